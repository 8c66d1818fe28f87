package org.hospitalviewer.backup.drive;

import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.User;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.backup.target.TargetUnavailableException;

/** A folder in Google Drive that the program made there. */
public final class DriveTarget implements BackupTarget {

    /** Begins every place in Google Drive. */
    private static final String PLACE = "Google Drive, ";
    private static final String IMAGES = "images";
    private static final long SPARE_BYTES = 50L << 20;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final Door door;
    private final DriveCalls calls;
    private final String folderName;
    private final Path scratch;
    private DriveConnection open;

    /** Opens the Drive when it is first needed. */
    interface Door {
        DriveConnection open() throws IOException;
    }

    /** @param scratch folder for a backup on its way, made when it is missing */
    DriveTarget(Door door, DriveCalls calls, String folderName, Path scratch) {
        this.door = door;
        this.calls = calls;
        this.folderName = folderName;
        this.scratch = scratch;
    }

    /** The place of a folder. */
    public static String place(String folderName) {
        return PLACE + folderName;
    }

    /** Whether a place is one in Google Drive, and not a path of this computer. */
    public static boolean isPlace(String place) {
        return place.startsWith(PLACE);
    }

    @Override
    public String place() {
        return place(folderName);
    }

    private DriveConnection connection() throws IOException {
        if (open == null) {
            open = door.open();
        }
        return open;
    }

    private DriveFiles files() throws IOException {
        return new DriveFiles(connection().drive(), calls);
    }

    private Optional<String> folder(boolean ofImages) throws IOException {
        Optional<String> folder = files().folder(folderName, null);
        return ofImages && folder.isPresent() ? files().folder(IMAGES, folder.get()) : folder;
    }

    private String folderMade(boolean ofImages) throws IOException {
        String folder = files().folderMade(folderName, null);
        return ofImages ? files().folderMade(IMAGES, folder) : folder;
    }

    /** The newest of each name: Drive does not mind several. */
    private Map<String, File> newest(boolean ofImages) throws IOException {
        Map<String, File> newest = new LinkedHashMap<>();
        Optional<String> folder = folder(ofImages);
        if (folder.isPresent()) {
            files().in(folder.get()).stream().filter(file -> file.getSize() != null)
                    .forEach(file -> newest.putIfAbsent(file.getName(), file));
        }
        return newest;
    }

    @Override
    public List<StoredBackup> list() throws IOException {
        return newest(false).values().stream().map(file -> StoredBackup.of(file.getName(), file.getSize()))
                .flatMap(Optional::stream).sorted(Comparator.comparing(StoredBackup::createdAt).reversed()).toList();
    }

    @Override
    public List<ImagePack> packs() throws IOException {
        return newest(true).values().stream().filter(file -> ImagePack.isName(file.getName()))
                .map(file -> new ImagePack(file.getName(), file.getSize())).toList();
    }

    @Override
    public long put(String name, long expectedBytes, Writing content) throws IOException {
        requireRoom(expectedBytes);
        String folder = folderMade(ImagePack.isName(name));
        Path spool = Files.createTempFile(scratch, "outgoing-", ".zip");
        try {
            String md5 = spool(content, spool);
            return send(name, folder, spool, md5);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static String spool(Writing content, Path spool) throws IOException {
        MessageDigest digest = Md5.begin();
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(spool), digest))) {
            content.to(out);
        }
        return Md5.of(digest);
    }

    /** Whatever of this upload is not whole and right does not stay; those of its name from before go only when it is. */
    private long send(String name, String folder, Path spool, String md5) throws IOException {
        Set<String> before = ids(folder, name);
        boolean good = false;
        try {
            long length = Files.size(spool);
            File sent = new DriveUpload(connection(), calls, new File().setName(name).setParents(List.of(folder)), spool, length)
                    .run();
            if (!md5.equals(sent.getMd5Checksum()) || sent.getSize() == null || sent.getSize() != length) {
                throw new TargetUnavailableException("What arrived in Google Drive is not what was sent (length or MD5 differ). "
                        + "It was deleted there.");
            }
            good = true;
            deleteAll(before);
            return length;
        } finally {
            if (!good) {
                deleteAll(ids(folder, name).stream().filter(id -> !before.contains(id)).collect(Collectors.toSet()));
            }
        }
    }

    private Set<String> ids(String folder, String name) throws IOException {
        return files().in(folder, name).stream().map(File::getId).collect(Collectors.toSet());
    }

    private void deleteAll(Set<String> ids) throws IOException {
        for (String id : ids) {
            files().delete(id);
        }
    }

    private void requireRoom(long expectedBytes) throws IOException {
        Files.createDirectories(scratch);
        long here = Files.getFileStore(scratch).getUsableSpace();
        if (here < expectedBytes + SPARE_BYTES) {
            throw new TargetUnavailableException("There is not enough room on this computer to prepare the backup for Google "
                    + "Drive: about " + megabytes(expectedBytes + SPARE_BYTES) + " MB are needed, " + megabytes(here)
                    + " MB are free.");
        }
        long there = free(files().about());
        if (there < expectedBytes) {
            throw new TargetUnavailableException("There is not enough room in Google Drive: about " + megabytes(expectedBytes)
                    + " MB are needed, " + megabytes(there) + " MB are free.");
        }
    }

    /** Accounts without a limit do not tell one. */
    private static long free(About about) {
        About.StorageQuota quota = about.getStorageQuota();
        return quota == null || quota.getLimit() == null ? Long.MAX_VALUE
                : Math.max(0, quota.getLimit() - (quota.getUsage() == null ? 0 : quota.getUsage()));
    }

    private static long megabytes(long bytes) {
        return (bytes + BYTES_PER_MEGABYTE - 1) / BYTES_PER_MEGABYTE;
    }

    private static boolean isOurs(String name) {
        return ImagePack.isName(name) || StoredBackup.of(name, 0).isPresent();
    }

    @Override
    public Fetched get(String name, Path within) throws IOException {
        File source = isOurs(name) ? newest(ImagePack.isName(name)).get(name) : null;
        if (source == null) {
            throw new TargetUnavailableException("There is no backup " + name + " in Google Drive any more.");
        }
        Files.createDirectories(within);
        long free = Files.getFileStore(within).getUsableSpace();
        if (free < source.getSize() + SPARE_BYTES) {
            throw new TargetUnavailableException("There is not enough room on this computer to fetch the backup from Google "
                    + "Drive: " + megabytes(source.getSize() + SPARE_BYTES) + " MB are needed, " + megabytes(free)
                    + " MB are free.");
        }
        return fetch(source, Files.createTempDirectory(within, "incoming-").resolve(name));
    }

    private Fetched fetch(File source, Path file) throws IOException {
        Fetched fetched = Fetched.copy(file);
        try {
            new DriveDownload(connection().drive(), calls).run(source, file);
            return fetched;
        } catch (IOException | RuntimeException e) {
            fetched.close();
            throw e;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Optional<String> folder = isOurs(name) ? folder(ImagePack.isName(name)) : Optional.empty();
        if (folder.isPresent()) {
            deleteAll(ids(folder.get(), name));
        }
    }

    @Override
    public String test() throws IOException {
        Files.createDirectories(scratch);
        Path probe = Files.createTempFile(scratch, "outgoing-", ".zip");
        try {
            Files.write(probe, new byte[] {1});
            String folder = folderMade(false);
            files().delete(new DriveUpload(connection(), calls, new File().setName("probe.tmp").setParents(List.of(folder)),
                    probe, 1).run().getId());
            long free = free(files().about());
            return "All is well: files can be written and deleted in Google Drive" + (free == Long.MAX_VALUE ? "."
                    : ", " + megabytes(free) + " MB are free.");
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Whom the Drive belongs to, as Google calls them. */
    String owner() throws IOException {
        User user = files().about().getUser();
        return user == null ? "" : Optional.ofNullable(user.getEmailAddress()).orElse(String.valueOf(user.getDisplayName()));
    }
}
