package tacit.runtime.harness.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees which jars of a folder are ready to be taken in: those that stood still from one look to the next and are whole. One
 * that is not whole is given time, and then taken in all the same, so that it is shown with its reason. Confined to one thread.
 */
final class PluginWatch {

    /** How many looks a jar that is not whole may stand still. */
    static final int PATIENCE = 20;

    private static final Logger log = LoggerFactory.getLogger(PluginWatch.class);

    private final Path folder;
    private final Map<Path, Sight> sights = new HashMap<>();

    PluginWatch(Path folder) {
        this.folder = folder;
    }

    /** How a jar and its statement look, for how many looks in a row, and whether it was answered as ready. */
    private record Sight(List<Object> look, int looks, boolean taken) {}

    /** Looks once; answers each jar that became ready, once for as long as it stays as it is. */
    List<Path> ready() throws IOException {
        List<Path> ready = new ArrayList<>();
        Map<Path, Sight> now = new HashMap<>();
        for (Path jar : jars()) {
            Sight sight = next(sights.get(jar), List.of(look(jar), look(StagedInput.statement(jar))));
            if (!sight.taken() && sight.looks() > 1 && (isWhole(jar) || sight.looks() > PATIENCE)) {
                ready.add(jar);
                sight = new Sight(sight.look(), sight.looks(), true);
            }
            now.put(jar, sight);
        }
        sights.clear();
        sights.putAll(now);
        return ready;
    }

    private static Sight next(@Nullable Sight before, List<Object> look) {
        return before != null && before.look().equals(look)
                ? new Sight(look, before.looks() + 1, before.taken())
                : new Sight(look, 1, false);
    }

    private List<Path> jars() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static List<Object> look(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException absent) {
            return List.of(-1L, FileTime.fromMillis(0));
        }
    }

    private static boolean isWhole(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.size() > 0;
        } catch (IOException unfinished) {
            log.debug("Plugin '{}' is not whole yet", jar, unfinished);
            return false;
        }
    }
}
