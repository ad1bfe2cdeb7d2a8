import pytest

from tests.exporters.html.chromium import Chromium


@pytest.fixture(scope="package")
def browser(tmp_path_factory):
    chromium = Chromium(tmp_path_factory.mktemp("chromium"))
    try:
        chromium.call("Browser.getVersion")
    except (AssertionError, OSError) as error:
        pytest.skip(f"Chromium does not start here: {error}")
    yield chromium
    chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a document as a page; all pages of a test are closed after it."""
    pages = []

    def open_document(document, **look):
        path = tmp_path / f"page-{len(pages)}.html"
        path.write_bytes(document)
        pages.append(browser.open(path, **look))
        return pages[-1]

    yield open_document
    for page in pages:
        page.close()
