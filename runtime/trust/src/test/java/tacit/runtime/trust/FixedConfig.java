package tacit.runtime.trust;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** Settings as a test wants them. */
record FixedConfig(String data_directory, String trust, String allowed_imports, String classes)
        implements PolicyTrust.Config {

    static FixedConfig in(Path data) {
        return new FixedConfig(data.toString(), "hash", defaultImports(), "refuse");
    }

    FixedConfig withTrust(String value) {
        return new FixedConfig(data_directory, value, allowed_imports, classes);
    }

    FixedConfig withImports(String rules) {
        return new FixedConfig(data_directory, trust, rules, classes);
    }

    FixedConfig withClasses(String value) {
        return new FixedConfig(data_directory, trust, allowed_imports, value);
    }

    private static String defaultImports() {
        try {
            return (String)
                    PolicyTrust.Config.class.getMethod("allowed_imports").getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return PolicyTrust.Config.class;
    }
}
