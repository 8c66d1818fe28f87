package org.hospitalviewer.sync.target;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;

/** A login at an FTP server (RFC 959, 2428, 3659), with or without TLS. */
public final class FtpConnection implements TargetConnection {

    private static final int REPLY_SHOWN = 200;
    private static final Pattern SHA256 = Pattern.compile("\\b[0-9a-fA-F]{64}\\b");
    private static final Set<Integer> NO_ROOM = Set.of(452, 552);
    private static final String NO_ROOM_WORDS = ".*(quota|disk full|no space|insufficient storage).*";

    /** Of a file that is being replaced; as files that are not whole it is taken away by the comparison, should it be left. */
    private static final String ASIDE = ".replaced.part";

    private final FTPClient client;
    private final CommandCount commands;
    private final Set<String> madeFolders = new HashSet<>();

    private FtpConnection(FTPClient client, CommandCount commands) {
        this.client = client;
        this.commands = commands;
    }

    /** @throws TargetException with what is wrong and what to do */
    public static FtpConnection open(ServerAddress address) throws IOException {
        CommandCount commands = new CommandCount();
        return new FtpConnection(FtpLogin.open(address, commands), commands);
    }

    @Override
    public long commands() {
        return commands.sent();
    }

    @Override
    public OptionalLong size(String path) throws IOException {
        String size = client.getSize(path);
        if (size != null) {
            return OptionalLong.of(Long.parseLong(size.strip().replaceFirst("^213 ", "")));
        }
        requireLine();
        return OptionalLong.empty();
    }

    @Override
    public void makeFolders(String folder) throws IOException {
        for (int end = folder.indexOf('/'); ; end = folder.indexOf('/', end + 1)) {
            String part = end < 0 ? folder : folder.substring(0, end);
            // A server refuses a folder that is there with the same words as one that may not be.
            if (!part.isEmpty() && madeFolders.add(part) && !client.makeDirectory(part)) {
                requireLine();
            }
            if (end < 0) {
                return;
            }
        }
    }

    @Override
    public void write(String path, long offset, Body body) throws IOException {
        OutputStream data = store(path, offset);
        IOException broken = null;
        try (OutputStream out = new SkippingOutputStream(data, offset)) {
            body.writeTo(out);
        } catch (SocketException | javax.net.ssl.SSLException e) {
            broken = e; // the server may have said why
        }
        complete(path, broken);
    }

    /** Some servers refuse to write over a file: there what is left of an attempt before goes first. */
    private OutputStream store(String path, long offset) throws IOException {
        client.setRestartOffset(offset);
        OutputStream data = client.storeFileStream(path);
        if (data == null) {
            TargetException refused = refused("The server does not take the file " + path);
            if (offset == 0 && refused.trouble() == Trouble.PERMISSION && size(path).isPresent()
                    && client.deleteFile(path)) {
                data = client.storeFileStream(path);
            }
            if (data == null) {
                throw refused;
            }
        }
        return data;
    }

    private void complete(String path, IOException broken) throws IOException {
        boolean completed;
        try {
            completed = client.completePendingCommand();
        } catch (IOException e) {
            throw broken == null ? e : broken;
        }
        if (!completed) {
            throw refused("The server did not keep the file " + path);
        }
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public Optional<String> sha256(String path) throws IOException {
        if (!client.hasFeature("XSHA256")) {
            return Optional.empty();
        }
        client.sendCommand("XSHA256", path);
        Matcher hash = SHA256.matcher(reply(client));
        return FTPReply.isPositiveCompletion(client.getReplyCode()) && hash.find()
                ? Optional.of(hash.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * Some servers refuse to rename over a file. There the old one, which nothing else may replace, steps aside until the new
     * one has its name; where that fails it comes back.
     */
    @Override
    public void rename(String from, String to) throws IOException {
        if (client.rename(from, to)) {
            return;
        }
        requireLine();
        String first = reply(client);
        if (size(to).isEmpty() || !putInPlaceOf(from, to)) {
            requireLine();
            throw new TargetException(Trouble.PERMISSION, "The server does not let the file get its name: " + first);
        }
    }

    private boolean putInPlaceOf(String from, String to) throws IOException {
        String aside = to + ASIDE;
        if (!client.rename(to, aside) && (!client.deleteFile(aside) || !client.rename(to, aside))) {
            return false;
        }
        if (!client.rename(from, to)) {
            client.rename(aside, to);
            return false;
        }
        client.deleteFile(aside);
        return true;
    }

    @Override
    public void delete(String path) throws IOException {
        if (!client.deleteFile(path) && size(path).isPresent()) {
            throw refused("The server does not delete the file " + path);
        }
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        madeFolders.remove(folder);
        if (!client.removeDirectory(folder)) {
            requireLine();
        }
    }

    @Override
    public List<RemoteEntry> list(String folder) throws IOException {
        boolean machine = client.hasFeature(FTPCmd.MLST);
        if (!machine) {
            client.setListHiddenFiles(true); // LIST -a
        }
        FTPFile[] found = machine ? client.mlistDir(folder) : client.listFiles(folder);
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            requireLine();
            return List.of();
        }
        return Arrays.stream(found).filter(Objects::nonNull).map(FtpConnection::entry)
                .filter(entry -> !Set.of("", ".", "..").contains(entry.name())).toList();
    }

    /** Some servers give the whole path. */
    private static RemoteEntry entry(FTPFile file) {
        String name = String.valueOf(file.getName());
        boolean isFolder = file.isDirectory();
        return new RemoteEntry(name.substring(name.lastIndexOf('/') + 1), isFolder, isFolder ? 0 : file.getSize());
    }

    private void requireLine() throws TargetException {
        if (client.getReplyCode() == FTPReply.SERVICE_NOT_AVAILABLE) {
            throw new TargetException(Trouble.LINE, "The server closes the connection: " + reply(client));
        }
    }

    private TargetException refused(String what) {
        int code = client.getReplyCode();
        String reply = reply(client);
        Trouble trouble = NO_ROOM.contains(code) || reply.toLowerCase(Locale.ROOT).matches(NO_ROOM_WORDS) ? Trouble.QUOTA
                : code < FTPReply.FILE_UNAVAILABLE ? Trouble.LINE : Trouble.PERMISSION;
        return new TargetException(trouble, (trouble == Trouble.QUOTA ? "There is no room left on the server. " : "")
                + what + ": " + reply);
    }

    /** The last answer in one line; it never repeats a password. */
    static String reply(FTPClient client) {
        String reply = String.valueOf(client.getReplyString()).replaceAll("\\p{Cntrl}+", " ").strip();
        return reply.substring(0, Math.min(reply.length(), REPLY_SHOWN));
    }

    static void disconnect(FTPClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            // it is gone one way or the other
        }
    }

    @Override
    public void close() {
        try {
            client.logout();
        } catch (IOException e) {
            // it is gone one way or the other
        }
        disconnect(client);
    }
}
