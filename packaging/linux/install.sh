#!/bin/sh
# Makes the appliance of this folder start with the computer, as a systemd service. As an ordinary user: a service of
# this user. As root: a service of the system, which runs as the owner of the folder. uninstall.sh takes it away again.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
name=hospital-dicom-viewer
case $here in *%*) echo "The path $here has a percent sign, with which no log can be written. Rename that folder first." >&2; exit 1 ;; esac
command -v systemctl >/dev/null || { echo "This computer has no systemd; start start.sh by what it has instead." >&2; exit 1; }

if [ "$(id -u)" = 0 ]; then
    owner=$(stat -c %U "$here")
    [ "$owner" != root ] || { echo "The folder belongs to root. Give it to the user that the appliance shall run as: chown -R USER '$here'" >&2; exit 1; }
    units=/etc/systemd/system scope=--system user="User=$owner" target=multi-user.target
else
    units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user scope=--user user='' target=default.target
fi

# In a unit, % and $ and \ and " of a path have to be told from its own signs.
program=$(printf '%s' "$here/start.sh" | sed -e 's/[\\"]/\\&/g' -e 's/%/%%/g' -e 's/\$/$$/g')
folder=$(printf '%s' "$here" | sed -e 's/%/%%/g')
mkdir -p "$units"
cat >"$units/$name.service" <<UNIT
[Unit]
Description=Hospital DICOM Viewer Pro
After=network.target
RequiresMountsFor="$folder"

[Service]
# The shell reads the script, because not every medium lets files be programs.
ExecStart=/bin/sh "$program" --no-browser
$user
# Only Java is told to stop: it stops its database itself when all is written.
KillMode=mixed
TimeoutStopSec=180
SuccessExitStatus=143
Restart=on-failure
RestartSec=10
NoNewPrivileges=true

[Install]
WantedBy=$target
UNIT
if [ "${1:-}" = --only-write ]; then echo "$units/$name.service"; exit 0; fi
systemctl $scope daemon-reload
systemctl $scope enable --now "$name"
[ "$scope" = --system ] || loginctl enable-linger 2>/dev/null \
    || echo "It starts when you log in. For a start with the computer: sudo loginctl enable-linger $(id -un)"
echo "The service $name is installed and started. Its state: systemctl $scope status $name"
