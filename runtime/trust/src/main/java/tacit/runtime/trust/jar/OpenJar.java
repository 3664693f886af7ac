package tacit.runtime.trust.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a jar, read by the same code of the JDK that the framework reads them with, so that both see the same
 * jar. That code wants a file: it is a temporary one, which goes with this.
 */
public final class OpenJar implements AutoCloseable {

    private static final int LARGEST_CLASS = 16 << 20;

    private final Path file;
    private final ZipFile zip;
    private final ReadingBudget budget;
    private final SortedSet<String> names = new TreeSet<>();

    private OpenJar(Path file, ZipFile zip, ReadingBudget budget) {
        this.file = file;
        this.zip = zip;
        this.budget = budget;
    }

    /** Opens the bytes of a jar. */
    public static OpenJar of(byte[] jar) throws UnreadableJarException {
        return open(jar, new ReadingBudget());
    }

    private static OpenJar open(byte[] jar, ReadingBudget budget) throws UnreadableJarException {
        if (jar.length > ReadingBudget.LARGEST_JAR) {
            throw new UnreadableJarException("It is larger than " + (ReadingBudget.LARGEST_JAR >> 20) + " MB");
        }
        if (jar.length < 4 || jar[0] != 'P' || jar[1] != 'K') {
            throw new UnreadableJarException("It is not a jar: it does not begin as a zip file does");
        }
        Path file = temporary(jar);
        OpenJar open;
        try {
            open = new OpenJar(file, new ZipFile(file.toFile()), budget);
        } catch (IOException | IllegalArgumentException e) {
            delete(file);
            throw new UnreadableJarException("It is not a whole jar: " + e.getMessage(), e);
        }
        try {
            open.list();
            return open;
        } catch (UnreadableJarException e) {
            open.close();
            throw e;
        }
    }

    private void list() throws UnreadableJarException {
        for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
            budget.countEntry(entry.getSize());
            if (!names.add(entry.getName())) {
                throw new UnreadableJarException("It has two entries '" + entry.getName() + "'");
            }
        }
    }

    /** The names of the entries whose name begins and ends so, in order. */
    public List<String> names(String begin, String end) {
        return names.stream()
                .filter(name -> name.startsWith(begin) && name.endsWith(end))
                .toList();
    }

    /** The content of an entry that is text for people or parsers. */
    public byte @Nullable [] text(String name) throws UnreadableJarException {
        return read(name, 1 << 20);
    }

    /** The content of a class file. */
    public byte[] type(String name) throws UnreadableJarException {
        return Objects.requireNonNull(read(name, LARGEST_CLASS));
    }

    /** A jar inside this one; what it unpacks to counts for this one. */
    public @Nullable OpenJar nested(String name) throws UnreadableJarException {
        byte[] jar = read(name, ReadingBudget.LARGEST_JAR);
        return jar == null ? null : open(jar, budget);
    }

    private byte @Nullable [] read(String name, int limit) throws UnreadableJarException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return budget.read(name, content, limit);
        } catch (IOException e) {
            throw new UnreadableJarException("Entry '" + name + "' is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close '" + file + "': " + e.getMessage(), e);
        } finally {
            delete(file);
        }
    }

    private static Path temporary(byte[] jar) throws UnreadableJarException {
        try {
            Path file = Files.createTempFile("tacit-examined-", ".jar");
            try {
                return Files.write(file, jar);
            } catch (IOException e) {
                delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UnreadableJarException("It could not be examined, no temporary file can be written: " + e, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Only Windows refuses this, for as long as the file is open; it goes when the process does
            file.toFile().deleteOnExit();
        }
    }
}
