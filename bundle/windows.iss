; Inno Setup: the installer for Windows, made of the folder that `make bundle` leaves.
; NOT TRIED: written from the manual of Inno Setup 6; nobody has run it on Windows yet.
; iscc /DVersion=0.6.0 bundle\windows.iss

[Setup]
AppId={{6B0B8B0E-5E0C-4A5C-9B7D-7D2F6E1C0A11}
AppName=personamap
AppVersion={#Version}
AppPublisher=The personamap founders
DefaultDirName={autopf}\personamap
DefaultGroupName=personamap
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\LICENSE
OutputDir=..\build
OutputBaseFilename=personamap-{#Version}-windows
ChangesAssociations=yes
UninstallDisplayIcon={app}\personamap.exe

[Files]
Source: "..\build\bundle\personamap\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\personamap"; Filename: "{app}\personamap.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.personamap"; ValueType: string; ValueData: "personamap.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\personamap.project"; ValueType: string; ValueData: "Persona map"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\personamap.project\shell\open\command"; ValueType: string; ValueData: """{app}\personamap.exe"" ""%1"""

[Run]
Filename: "{app}\personamap.exe"; Description: "Start personamap"; Flags: postinstall nowait skipifsilent
