#!/bin/sh
# Takes the service away that install.sh made. Images and settings stay.
set -eu
name=hospital-dicom-viewer
if [ "$(id -u)" = 0 ]; then
    units=/etc/systemd/system scope=--system
else
    units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user scope=--user
fi
if [ ! -f "$units/$name.service" ]; then echo "There is no service $name here."; exit 0; fi
systemctl $scope disable --now "$name"
rm -f "$units/$name.service"
systemctl $scope daemon-reload
echo "The service $name is removed. Images and settings are still in the folder."
