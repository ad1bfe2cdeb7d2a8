#!/usr/bin/env bash
# The disk image for macOS, made of the program that `make bundle` leaves.
# NOT TRIED: written from the manuals of hdiutil and codesign; nobody has run it on macOS yet.
# bundle/macos.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?say which version}
staging=build/disk-image
rm -rf "$staging"
mkdir -p "$staging"
cp -R build/bundle/personamap.app "$staging/"
ln -s /Applications "$staging/Applications"
# "-" signs for this computer only; a certificate of the publisher takes its place for others.
codesign --force --deep --sign "${SIGN_AS:--}" "$staging/personamap.app"
hdiutil create -volname personamap -srcfolder "$staging" -ov -format UDZO \
  "build/personamap-$version-macos.dmg"
