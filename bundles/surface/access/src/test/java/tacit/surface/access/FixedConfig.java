package tacit.surface.access;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** Settings as a test wants them. */
record FixedConfig(String data_directory, int cache_seconds) implements StoredTokens.Config {

    static FixedConfig in(Path directory) {
        return new FixedConfig(directory.toString(), 5);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return StoredTokens.Config.class;
    }
}
