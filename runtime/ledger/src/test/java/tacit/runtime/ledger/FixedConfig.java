package tacit.runtime.ledger;

import java.lang.annotation.Annotation;

/** Settings as a test wants them. */
final class FixedConfig {

    private FixedConfig() {}

    record OfLedger(String data_directory) implements FileLedger.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileLedger.Config.class;
        }
    }

    record OfArtifacts(String data_directory) implements FileArtifacts.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileArtifacts.Config.class;
        }
    }
}
