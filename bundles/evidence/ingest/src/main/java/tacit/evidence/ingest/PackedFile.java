package tacit.evidence.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tacit.api.ingest.TraceFile;

/** A file on disk, unpacked while it is read where its content is packed, whatever its name says. */
final class PackedFile implements TraceFile {

    private static final int BUFFER = 65_536;

    private final Path path;
    private final long unpackedLimit;

    PackedFile(Path path, long unpackedLimit) {
        this.path = path;
        this.unpackedLimit = unpackedLimit;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String batch() {
        String name = unpackedName();
        int dot = name.lastIndexOf('.');
        return dot > 0 && isExtension(name, dot + 1) ? name.substring(0, dot) : name;
    }

    /** The name without folders and without {@code .gz}. */
    String unpackedName() {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        return name.length() > 3 && name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            InputStream unpacked = packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            return withoutByteOrderMark(new LimitedStream(unpacked, unpackedLimit));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream withoutByteOrderMark(InputStream content) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(content, 3);
        byte[] first = new byte[3];
        int read = stream.readNBytes(first, 0, 3);
        boolean mark = read == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
        if (!mark && read > 0) {
            stream.unread(first, 0, read);
        }
        return stream;
    }

    /** A few characters that begin with a letter: {@code runs.json} has one, {@code gpt-3.5-runs} has none. */
    private static boolean isExtension(String name, int start) {
        String extension = name.substring(start);
        return extension.length() <= 6
                && !extension.isEmpty()
                && Character.isLetter(extension.charAt(0))
                && extension.chars().allMatch(Character::isLetterOrDigit);
    }
}
