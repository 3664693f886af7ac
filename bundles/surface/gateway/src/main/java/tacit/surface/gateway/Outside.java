package tacit.surface.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Where the host listens beyond this machine: one port for the API and for exporters, over TLS, and every call needs a token. There
 * only where an operator configured it. Immutable.
 */
@Component(service = Outside.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Outside.Config.class)
public final class Outside {

    /** Where to listen, and who the host says that it is. */
    @ObjectClassDefinition(name = "Tacit beyond this machine")
    public @interface Config {

        @AttributeDefinition(name = "Host", description = "The address to listen on, such as 0.0.0.0")
        String host() default "0.0.0.0";

        @AttributeDefinition(name = "Port", description = "For the API and for OTLP exporters; 0 takes any free port")
        int port() default 7718;

        @AttributeDefinition(
                name = "Key store",
                description = "A PKCS #12 file with one key and its certificate, whose names callers must use")
        String keystore();

        @AttributeDefinition(
                name = "Password file",
                description = "Holds the key store's password in its first line; readable for its owner only")
        String password_file();
    }

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final String host;
    private final int port;
    private final KeyStore keys;
    private final String password;
    private final Set<String> names;

    /** @throws IllegalArgumentException when a setting, the key store or the password is not usable; says which and why */
    @Activate
    public Outside(Config config) {
        Path store = file("keystore", config.keystore());
        password = password(file("password.file", config.password_file()));
        keys = keys(store, password);
        names = CertificateNames.of(keys, store);
        host = config.host();
        port = Gateway.free(address(host), Gateway.port("port", config.port()));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    KeyStore keys() {
        return keys;
    }

    String password() {
        return password;
    }

    /** Whether a Host header names this host as its certificate does. */
    boolean names(@Nullable String header) {
        return header != null && CertificateNames.match(names, LocalNames.withoutPort(header));
    }

    /** Whether a page of this origin may call; programs send none. */
    boolean origin(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            URI origin = URI.create(header.trim());
            return "https".equalsIgnoreCase(origin.getScheme()) && names(origin.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Path file(String name, @Nullable String path) {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(name + " must name a file: beyond this machine Tacit speaks TLS only");
        }
        Path file = Path.of(path);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(name + " cannot be read: " + file);
        }
        return file;
    }

    private static String password(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException("password.file must be readable for its owner only: " + file);
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException("password.file cannot be read: " + file, e);
        }
    }

    private static KeyStore keys(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "keystore cannot be opened as PKCS #12 with its password: " + file + ": " + e.getMessage(), e);
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "host must be an address of this machine, got '" + host.toLowerCase(Locale.ROOT) + "'", e);
        }
    }
}
