package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real FTP server with explicit TLS on this computer's own address, one user and a folder. The programs are unpacked Debian packages, see
 * {@code packaging/test-tools.sh}; they need root.
 */
public final class FtpServer implements AutoCloseable {

    public static final String USER = "viewer";
    public static final String PASSWORD = "geheim-1";

    /** Programs that hosts use. */
    public enum Program { PURE_FTPD, PROFTPD, VSFTPD }

    private static final Path PACKAGES = Path.of(".tools", "ftp-servers").toAbsolutePath();
    private static final int DATA_PORTS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static final String IPV4 = "127.0.0.1";
    public static final String IPV6 = "::1";

    /**
     * How it is set.
     *
     * @param address    on which it listens
     * @param quotaMegabytes room for the user, 0 for all there is; with pure-ftpd only
     * @param overwrites whether files may be written or renamed over others; with proftpd only
     */
    public record Setting(String address, int quotaMegabytes, boolean overwrites) {
        public static final Setting USUAL = new Setting(IPV4, 0, true);
    }

    private final Setting setting;
    private final Path work;
    private final Path files;
    private final int port;
    private final int firstDataPort;
    private PeerProcess process;

    private FtpServer(Setting setting, Path work, int port, int firstDataPort) throws IOException {
        this.setting = setting;
        this.work = work;
        this.files = work.resolve("files");
        this.port = port;
        this.firstDataPort = firstDataPort;
        openToOthers(work, "rwxr-xr-x");
        Files.createDirectories(files);
        giveToNobody(files);
    }

    /** Starts one as it usually is. */
    public static FtpServer start(Program program) throws Exception {
        return start(program, Setting.USUAL);
    }

    public static FtpServer start(Program program, Setting setting) throws Exception {
        Needed.when(Files.isDirectory(PACKAGES), "FTP servers in " + PACKAGES + " (run ./test)");
        Needed.when("root".equals(System.getProperty("user.name")), "FTP servers are started by root");
        Needed.when(!setting.address().equals(IPV6) || hasIpv6(), "IPv6 on this computer's own interface");
        int port = freeRange();
        FtpServer server = new FtpServer(setting, Files.createTempDirectory("ftp-"), port, port + 1);
        server.makeCertificate();
        server.process = switch (program) {
            case PURE_FTPD -> server.startPure();
            case PROFTPD -> server.startPro();
            case VSFTPD -> server.startVs();
        };
        Await.until(program + " answers: " + server.process.output(), PATIENCE, server::answers);
        return server;
    }

    /** The port of the server and those after it, on all addresses of this computer. */
    private static int freeRange() throws IOException {
        while (true) {
            int first = FreePort.find();
            if (IntStream.rangeClosed(first, first + DATA_PORTS).allMatch(FtpServer::isFree)) {
                return first;
            }
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName(IPV6))) {
            return true;
        } catch (IOException without) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(setting.address(), port), (int) PATIENCE.toMillis());
            return socket.getInputStream().read() == '2';
        }
    }

    public int port() {
        return port;
    }

    /** Ports of data connections. */
    public List<Integer> dataPorts() {
        return IntStream.range(firstDataPort, firstDataPort + DATA_PORTS).boxed().toList();
    }

    /** What the user sees as the root. */
    public Path files() {
        return files;
    }

    private PeerProcess startPure() throws Exception {
        Path users = work.resolve("users");
        List<String> add = new ArrayList<>(List.of(program("pure-ftpd/usr/bin/pure-pw"), "useradd", USER, "-f",
                users.toString(), "-u", "65534", "-g", "65534", "-d", files.toString()));
        if (setting.quotaMegabytes() > 0) {
            add.addAll(List.of("-N", Integer.toString(setting.quotaMegabytes())));
        }
        new PeerProgram(add).run(List.of(PASSWORD, PASSWORD, ""));
        // Its own hash takes seconds at each login.
        String[] fields = Files.readString(users).strip().split(":", -1);
        fields[1] = hashedPassword();
        Files.writeString(users, String.join(":", fields) + "\n");
        new PeerProgram(List.of(program("pure-ftpd/usr/bin/pure-pw"), "mkdb", work.resolve("users.db").toString(), "-f",
                users.toString())).run(List.of());
        return PeerProcess.start(List.of(program("pure-ftpd/usr/sbin/pure-ftpd"), "-S", setting.address() + "," + port, "-l",
                "puredb:" + work.resolve("users.db"), "-E", "-Y", "1", "-2", work.resolve("both.pem").toString(), "-p",
                firstDataPort + ":" + (firstDataPort + DATA_PORTS - 1), "-H", "-C", "20", "-c", "40", "-u", "1", "-g",
                work.resolve("pid").toString()), Map.of());
    }

    private PeerProcess startPro() throws Exception {
        // The module for TLS comes in a package of its own.
        Path modules = Files.createDirectories(work.resolve("modules"));
        copyAll(PACKAGES.resolve("proftpd-core/usr/lib/proftpd"), modules);
        copyAll(PACKAGES.resolve("proftpd-mod-crypto/usr/lib/proftpd"), modules);
        secret("users", USER + ":" + hashedPassword() + ":65534:65534::" + files + ":/bin/false\n");
        Path configuration = secret("proftpd.conf", """
                ServerType standalone
                ServerName test
                DefaultAddress %s
                UseIPv6 %s
                SocketBindTight on
                Port %d
                PassivePorts %d %d
                User nobody
                Group nogroup
                ModulePath %s
                LoadModule mod_tls.c
                AuthUserFile %s
                AuthOrder mod_auth_file.c
                RequireValidShell off
                DefaultRoot ~
                AllowOverwrite %s
                AllowStoreRestart on
                ScoreboardFile %s
                PidFile %s
                WtmpLog off
                TransferLog none
                TLSEngine on
                TLSRequired on
                TLSRSACertificateFile %s
                TLSRSACertificateKeyFile %s
                """.formatted(setting.address(), onOff(isIpv6()), port, firstDataPort, firstDataPort + DATA_PORTS - 1, modules,
                work.resolve("users"), onOff(setting.overwrites()), work.resolve("scores"), work.resolve("pid"), work.resolve("cert.pem"), work.resolve("key.pem")));
        try (Stream<Path> packages = Files.list(PACKAGES)) {
            String libraries = packages.filter(folder -> folder.getFileName().toString().startsWith("lib"))
                    .map(folder -> folder.resolve("usr/lib/x86_64-linux-gnu").toString()).collect(Collectors.joining(":"));
            return PeerProcess.start(List.of(program("proftpd-core/usr/sbin/proftpd"), "-n", "-c", configuration.toString()),
                    Map.of("LD_LIBRARY_PATH", libraries));
        }
    }

    /** It asks PAM: in a name space of its own it finds our user there. */
    private PeerProcess startVs() throws Exception {
        Path pam = Files.createDirectories(work.resolve("pam.d"));
        Files.writeString(pam.resolve("viewer-test-ftp"),
                "auth required pam_unix.so\naccount required pam_permit.so\nsession required pam_permit.so\n");
        secret("passwd", Files.readString(Path.of("/etc/passwd")) + USER + ":x:65534:65534::" + files + ":/bin/false\n");
        secret("shadow", Files.readString(Path.of("/etc/shadow")) + USER + ":" + hashedPassword() + ":20000:0:99999:7:::\n");
        openToOthers(work.resolve("passwd"), "rw-r--r--");
        Path configuration = secret("vsftpd.conf", """
                listen=%s
                listen_ipv6=%s
                %s=%s
                listen_port=%d
                pasv_min_port=%d
                pasv_max_port=%d
                background=NO
                anonymous_enable=NO
                local_enable=YES
                write_enable=YES
                local_umask=022
                chroot_local_user=YES
                allow_writeable_chroot=YES
                secure_chroot_dir=%s
                nopriv_user=nobody
                pam_service_name=viewer-test-ftp
                ssl_enable=YES
                force_local_data_ssl=YES
                force_local_logins_ssl=YES
                require_ssl_reuse=YES
                ssl_ciphers=HIGH
                rsa_cert_file=%s
                seccomp_sandbox=NO
                xferlog_enable=NO
                """.formatted(isIpv6() ? "NO" : "YES", isIpv6() ? "YES" : "NO",
                isIpv6() ? "listen_address6" : "listen_address", setting.address(), port, firstDataPort,
                firstDataPort + DATA_PORTS - 1, Files.createDirectories(work.resolve("empty")), work.resolve("both.pem")));
        String binds = Map.of("pam.d", "/etc/pam.d", "passwd", "/etc/passwd", "shadow", "/etc/shadow").entrySet().stream()
                .map(bind -> "mount --bind " + work.resolve(bind.getKey()) + " " + bind.getValue())
                .collect(Collectors.joining(" && "));
        return PeerProcess.start(List.of("unshare", "-m", "sh", "-c", binds + " && exec "
                + program("vsftpd/usr/sbin/vsftpd") + " " + configuration), Map.of());
    }

    private boolean isIpv6() {
        return setting.address().equals(IPV6);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String program(String path) {
        return PACKAGES.resolve(path).toString();
    }

    private String hashedPassword() throws Exception {
        return PeerProgram.of("openssl", "openssl").run(List.of(), "passwd", "-6", PASSWORD).strip();
    }

    private void makeCertificate() throws Exception {
        Path key = work.resolve("key.pem");
        Path certificate = work.resolve("cert.pem");
        PeerProgram.of("openssl", "openssl").run(List.of(), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                key.toString(), "-out", certificate.toString(), "-days", "30", "-subj", "/CN=ftp.example");
        secret("both.pem", Files.readString(key) + Files.readString(certificate));
        openToOthers(key, "rw-------");
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(work.resolve(name), text);
        openToOthers(file, "rw-------");
        return file;
    }

    private static void openToOthers(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** The user of the server. */
    public static void giveToNobody(Path file) throws IOException {
        Files.setOwner(file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> modules = Files.list(from)) {
            for (Path module : (Iterable<Path>) modules::iterator) {
                Files.copy(module, to.resolve(module.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
