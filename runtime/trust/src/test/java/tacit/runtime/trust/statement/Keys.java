package tacit.runtime.trust.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tacit.api.trust.BundleFacts;
import tacit.runtime.trust.Digest;
import tacit.runtime.trust.jar.OpenJar;
import tacit.runtime.trust.jar.ReadBundle;
import tacit.runtime.trust.jar.UnreadableJarException;

/** Keys and statements of a test. */
final class Keys {

    private Keys() {}

    static SigningKey make(Path folder, String name) {
        SigningKey.create(folder.resolve(name + ".key"));
        return SigningKey.read(folder.resolve(name + ".key"));
    }

    /** Trusts the key of that name, and answers the file. */
    static Path pin(Path made, Path trust, String name) {
        try {
            Path keys = Files.createDirectories(trust.resolve("keys"));
            return Files.copy(made.resolve(name + ".pub"), keys.resolve(name + ".pub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Statement statement(byte[] jar, String role, @Nullable LocalDate notAfter) {
        BundleFacts facts = facts(jar);
        return new Statement(facts.symbolicName(), facts.version(), Digest.of(jar), role, notAfter, "", "");
    }

    static BundleFacts facts(byte[] jar) {
        try (OpenJar open = OpenJar.of(jar)) {
            return ReadBundle.of(open).facts();
        } catch (UnreadableJarException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
