package tacit.store.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the password where the operator keeps it: in the configuration, in a file or in the environment. */
final class Password {

    private final Map<String, String> environment;

    Password(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The only one of the three places that is set; empty where none is. */
    String find(PostgresqlDataSource.Config config) {
        long places = List.of(config.password(), config.password_file(), config.password_environment()).stream()
                .filter(place -> !place.isBlank())
                .count();
        if (places > 1) {
            throw new IllegalArgumentException(
                    "password, password.file and password.environment must not be set together, got " + places);
        }
        if (!config.password_file().isBlank()) {
            return ofFile(Path.of(config.password_file()));
        }
        return config.password_environment().isBlank()
                ? config.password()
                : ofEnvironment(config.password_environment());
    }

    private static String ofFile(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("password.file must be readable, got '" + file + "'", e);
        }
    }

    private String ofEnvironment(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("password.environment must name a set variable, got '" + name + "'");
        }
        return value;
    }
}
