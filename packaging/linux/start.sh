#!/bin/sh
# Starts the appliance from its portable folder; everything it writes stays in the folder "home" beside this file.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# Paths with letters outside ASCII reach Java only under a UTF-8 locale.
case "${LC_ALL:-${LC_CTYPE:-$LANG}}" in *[Uu][Tt][Ff]*8*) ;; *) LC_ALL=C.UTF-8; export LC_ALL ;; esac
# The cache of classes is only a help: one that does not fit is passed over without a word.
exec "$here/runtime/bin/java" ${VIEWER_JAVA_OPTIONS:--Xmx512m} -Dsun.jnu.encoding=UTF-8 -Dfile.encoding=UTF-8 \
    -XX:AOTCache="$here/app/hospital-dicom-viewer.aot" -Xlog:disable \
    -XX:-UsePerfData -XX:ErrorFile="$here/home/logs/java-crash-%p.log" \
    -Dviewer.database-programs="$here/mariadb" --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow \
    -jar "$here/app/hospital-dicom-viewer.jar" --home "$here/home" "$@"
