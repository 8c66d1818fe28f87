# Shared by ./test and ./bench: the programs that stand beside the appliance in tests. Sourced after build-tools.sh.

# program=package: why
PEERS="chromium=chromium:PDFs-in-the-browser
chromium-headless-shell=chromium-headless-shell:browser-tests
storescu=dcmtk:DICOM-peer
dcm2json=dcmtk:DICOM-peer
opj_compress=libopenjp2-tools:JPEG-2000-in-all-variants
Orthanc=orthanc:DICOM-and-DICOMweb-peer
strace=strace:order-of-disk-writes
openssl=openssl:certificates-of-FTP-servers
pdftotext=poppler-utils:printed-reports
nginx=nginx-light:reverse-proxy
apache2=apache2-bin:reverse-proxy
7zz=7zip:backups-opened-elsewhere"

has() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ]; }

has_pydicom() {
    local python
    for python in /usr/bin/python3 python3; do
        command -v "$python" >/dev/null && "$python" -c 'import pydicom, numpy' 2>/dev/null && return
    done
    return 1
}

has_gdcm() { /usr/bin/python3 -c 'import gdcm, PIL' 2>/dev/null; }

missing_packages() {
    local line
    for line in $PEERS; do
        has "${line%%=*}" || { line=${line#*=}; printf '%s ' "${line%%:*}"; }
    done
    ls /usr/lib/orthanc/libOrthancDicomWeb.so* /usr/share/orthanc/plugins/libOrthancDicomWeb.so* >/dev/null 2>&1 \
        || printf 'orthanc-dicomweb '
    has_pydicom || printf 'python3-pydicom python3-numpy '
    has_gdcm || printf 'python3-gdcm python3-pil '
}

# Orthanc's package would start a server of its own on the appliance's DICOM port, nginx' on that of the web; the tests start what
# they need.
POLICY=/usr/sbin/policy-rc.d
forbid_services() {
    [ -e "$POLICY" ] && return
    printf '#!/bin/sh\nexit 101\n' | $sudo tee "$POLICY" >/dev/null && $sudo chmod 755 "$POLICY" && our_policy=1
}
allow_services() {
    [ "${our_policy:-}" != 1 ] || $sudo rm -f "$POLICY"
    case " $missing " in *' orthanc '*) $sudo systemctl disable --now orthanc >/dev/null 2>&1 || true ;; esac
    case " $missing " in *' nginx-light '*) $sudo systemctl disable --now nginx >/dev/null 2>&1 || true ;; esac
}

# FTP servers for the sync's tests. Their packages exclude each other, so they are unpacked beside each other, never installed.
FTP_SERVERS="pure-ftpd proftpd-core proftpd-mod-crypto vsftpd"
FTP_LIBRARIES="libhiredis0.14 libhiredis1.1.0 libmemcached11 libmemcached11t64 libmemcachedutil2 libmemcachedutil2t64 libhashkit2 libhashkit2t64 libpcre2-posix3"
unpack_ftp_servers() {
    local folder=.tools/ftp-servers download package
    [ -x "$folder/vsftpd/usr/sbin/vsftpd" ] && return
    command -v apt-get >/dev/null && command -v dpkg >/dev/null && [ "$(id -u)" = 0 ] || return 0
    say "Unpacking FTP servers for the tests into $folder..."
    download=$(mktemp -d)
    for package in $FTP_SERVERS $FTP_LIBRARIES; do
        # Libraries have other names in other releases: what there is counts.
        (cd "$download" && apt-get download -qq "$package" >/dev/null 2>&1) || continue
        mkdir -p "$folder/$package"
        dpkg -x "$download/$package"_*.deb "$folder/$package"
    done
    rm -rf "$download"
    [ -x "$folder/vsftpd/usr/sbin/vsftpd" ] || say "The FTP servers could not be fetched; the tests that need them say so."
}

# Installs what is missing where this user may; elsewhere says what to install, and the tests that need it are skipped.
install_peers() {
    local missing sudo=''
    missing=$(missing_packages | tr ' ' '\n' | sort -u | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    [ "$(id -u)" = 0 ] || sudo='sudo -n'
    if command -v apt-get >/dev/null && $sudo true 2>/dev/null; then
        say "Installing for the tests: $missing(a headless Chromium for the screens; DCMTK, Orthanc, pydicom, GDCM and OpenJPEG as DICOM peers; strace for the order of disk writes; Poppler for printed reports; 7-Zip to open backups; nginx and Apache as reverse proxies)"
        export DEBIAN_FRONTEND=noninteractive
        $sudo apt-get update -qq >/dev/null || say "The package lists could not be refreshed."
        forbid_services
        local package
        for package in $missing; do
            $sudo apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 \
                || say "$package could not be installed; the tests that need it say so."
        done
        allow_services
    else
        say "Not installed: $missing- the tests that need them are skipped."
    fi
}
