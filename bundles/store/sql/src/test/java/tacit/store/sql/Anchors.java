package tacit.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes folders that look like the classes of a bundle with scripts. */
final class Anchors {

    private Anchors() {}

    /** A class whose folder holds these scripts; null leaves a gap. */
    static Class<?> with(Path folder, @Nullable String... scripts) throws IOException {
        return with(folder, ClassLoader.getPlatformClassLoader(), scripts);
    }

    static Class<?> with(Path folder, ClassLoader parent, @Nullable String... scripts) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        for (int i = 0; i < scripts.length; i++) {
            if (scripts[i] != null) {
                Files.writeString(folder.resolve("db/V" + (i + 1) + ".sql"), scripts[i]);
            }
        }
        String name = Bare.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream in =
                Objects.requireNonNull(Anchors.class.getClassLoader().getResourceAsStream(name))) {
            Files.write(copy, in.readAllBytes());
        }
        return new OwnFirst(folder.toUri().toURL(), parent).define(copy);
    }

    /** What is copied. */
    static final class Bare {}

    /** Answers its own resources first, as a bundle does. */
    private static final class OwnFirst extends URLClassLoader {

        OwnFirst(URL folder, ClassLoader parent) {
            super(new URL[] {folder}, parent);
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }

        Class<?> define(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            return defineClass(Bare.class.getName(), bytes, 0, bytes.length);
        }
    }
}
