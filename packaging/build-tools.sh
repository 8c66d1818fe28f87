# Shared by ./run, ./test, ./package and ./bench: finds a JDK 25, Maven and Node, and builds when needed.
# Sourced, not run; expects to be in the project's top folder.

NODE_VERSION=24.21.0
NPM_VERSION=11.19.1
JAR=target/hospital-dicom-viewer-0.1.0.jar
# Paths with letters outside ASCII reach Java only under a UTF-8 locale.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[Uu][Tt][Ff]*8*) ;; *) export LC_ALL=C.UTF-8 ;; esac

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

is_jdk25() {
    [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE '^javac (2[5-9]|[3-9][0-9])'
}

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")" \
            /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -n "$candidate" ] && [ "$candidate" != /usr ] && is_jdk25 "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    fail "No JDK 25 found. Install one (Temurin 25 from adoptium.net, or your system's package) or set JAVA_HOME to it."
}

require_maven() {
    command -v mvn >/dev/null || fail "Maven is missing. Install it (Debian and Ubuntu: apt-get install maven)."
}

# Vaadin's build needs Node 24. Where npm is at hand it comes from there into .tools; elsewhere Vaadin downloads it.
require_node() {
    [ -x .tools/node/bin/node ] && .tools/node/bin/node --version | grep -q "v$NODE_VERSION" && return
    command -v npm >/dev/null || return 0
    local platform
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) platform=linux-x64 ;;
        Linux-aarch64) platform=linux-arm64 ;;
        Darwin-arm64) platform=darwin-arm64 ;;
        *) return 0 ;;
    esac
    say "Installing Node $NODE_VERSION into .tools (needed to build the screens)..."
    rm -rf .tools/node
    npm install --global --prefix .tools/node --ignore-scripts --no-fund --no-audit --silent \
        "node-$platform@$NODE_VERSION" "npm@$NPM_VERSION" >/dev/null || fail "Node could not be installed from npm."
}

require_build_tools() {
    find_jdk
    require_maven
    require_node
}

maven() {
    # The bundle cache can be stale; it is always built anew.
    rm -rf src/main/bundles
    mvn --batch-mode --no-transfer-progress -Dvaadin.ci.build=true "$@"
}

is_built() {
    [ -f "$JAR" ] && [ -f target/.built ] && [ -z "$(find pom.xml package.json package-lock.json vite.config.ts src/main frontend \
        portable-config packaging/packages-in-browser.ts \( -name generated -o -name node_modules -o -name bundles -o -name index.html \) -prune \
        -o -newer target/.built -type f -print -quit 2>/dev/null || echo stale)" ]
}

build_if_needed() {
    is_built && return
    say "Building (the first time downloads libraries and takes a few minutes)..."
    mkdir -p target
    if ! maven package -DskipTests >target/build.log 2>&1; then
        tail -n 40 target/build.log >&2
        fail "The build failed; all of its output is in target/build.log."
    fi
    touch target/.built
}
