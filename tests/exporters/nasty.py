"""Texts that break programs which make documents: markup, formulas, links, odd letters.

All of them are plain words to us. Each is one that a person could type, paste or import.
"""

MARKUP = (
    "<Ana>",
    "R&D & <b>bold</b>",
    "</w:t></w:r></w:p>",
    "]]> <![CDATA[x]]>",
    "<!-- comment --> <?php echo 1 ?>",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "<img src=x onerror=alert(1)>",
    "<iframe src='https://example.org'></iframe>",
    "<para color=red>reportlab</para> <br/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>&e;",
    "&amp; &lt; &#0; &#x1F600; &nosuch;",
    "# heading\n- item\n> quote\n1. one",
    "**strong** _soft_ `code` ~~gone~~ | cell | [text](https://example.org)",
    "```\ncode\n```",
    "---",
    "\\begin{document} \\input{/etc/hostname} $x^2$ %",
    "(un)balanced) [x] <<>> \\( \\) endstream endobj",
    "{name} {0} {0.__class__} %s %(x)s %n ${HOME} $(id) `id`",
)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org","x")',
    '=IMPORTXML("https://example.org","//a")',
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    "'=1+1",
    "'",
    "=",
)
LINKS = (
    "javascript:alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript:msgbox(1)",
    "file:///etc/hostname",
    "<img src='file:///etc/hostname'/>",
    "![x](/etc/hostname)",
    "\\\\server\\share\\x",
    "smb://server/share",
)
LETTERS = (
    "a\u202eevil\u202cb",
    "\u2067mixed\u2069 שלום 123 (abc)",
    "\u200b\u200bnothing\u200b",
    "e\u0301 is é",
    "Z\u0335\u0321\u0322\u0341a\u0316\u0317\u0318\u0319l\u0334\u0315g\u031b\u0340o",
    "line\nbreak\r\nand\rmore\u2028and\u2029end",
    "ﬁ ﬂ ½ № ™ €",
    "İstanbul ı ß ẞ ς",
    "x" * 400,
    "\ufeffmark at the start",
    "  spaces  around  ",
    "NaN null undefined true 1e309 0x10 007",
    'CON aux ../../etc/x a/b:c*?"<>|',
    "1-2-2026",
    "_x000D_ _x0041_",
)
UNSTORABLE = (
    "K\0fi",
    "bell\x07 \x1b[31mred",
    "\x0b\x0c",
    "no \ufffe letter \uffff",
    "\x7f\x85\x9f",
)
"""Characters that some format cannot hold at all."""

STORABLE = (*MARKUP, *FORMULAS, *LINKS, *LETTERS)
EVERYTHING = (*STORABLE, *UNSTORABLE)
