package tacit.runtime.trust.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.trust.BundleFacts;
import tacit.runtime.trust.Digest;
import tacit.runtime.trust.jar.OpenJar;
import tacit.runtime.trust.jar.ReadBundle;
import tacit.runtime.trust.jar.UnreadableJarException;

/** Makes keys and signs statements about jars; it asks nothing of the host that it runs in. */
@Component(property = Command.NAME + "=sign")
public final class SignCommand implements Command {

    private final Clock clock;

    @Activate
    public SignCommand(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sign";
    }

    @Override
    public String usage() {
        return SignOptions.USAGE + ": vouch for a bundle, or make the key to do so";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        try {
            SignOptions options = SignOptions.of(arguments, console.workingDirectory());
            if (options.newKey() == null) {
                sign(options, console);
            } else {
                create(options.newKey(), console);
            }
            return OK;
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage());
            return FAILED;
        }
    }

    private static void create(Path file, Console console) {
        PinnedKey key = SigningKey.create(file);
        console.out()
                .println("Made key " + key.id() + ": keep '" + file + "' to yourself, and put '" + key.name()
                        + "' into trust/keys of each data directory that is to trust it");
    }

    private void sign(SignOptions options, Console console) {
        Path jar = Objects.requireNonNull(options.jar());
        byte[] bytes = read(jar);
        SigningKey key = SigningKey.read(Objects.requireNonNull(options.key()));
        BundleFacts facts = facts(jar, bytes);
        Statement statement = new Statement(
                        facts.symbolicName(),
                        facts.version(),
                        Digest.of(bytes),
                        role(options, facts.roles()),
                        future(options.notAfter()),
                        key.keyId(),
                        "")
                .signedWith(key);
        Path file = jar.resolveSibling(jar.getFileName() + ".statement");
        write(file, statement.json());
        print(statement, file, console);
    }

    private static void print(Statement statement, Path file, Console console) {
        console.out().println("Signed with key " + statement.keyId() + ", written to " + file);
        console.out().println("bundle     " + statement.bsn() + " " + statement.version());
        console.out().println("sha256     " + statement.sha256());
        console.out().println("role       " + statement.role());
        console.out().println("not after  " + (statement.notAfter() == null ? "for ever" : statement.notAfter()));
    }

    private static String role(SignOptions options, SortedMap<String, String> roles) {
        String asked = options.role();
        if (asked == null && roles.size() > 1) {
            throw new IllegalArgumentException("The jar fills the roles " + String.join(", ", roles.keySet())
                    + ": say --role '*' to vouch for all of them");
        }
        String role = asked == null ? roles.firstKey() : asked;
        boolean covers =
                role.equals(Statement.ANY_ROLE) || roles.keySet().stream().allMatch(role::equals);
        if (!covers) {
            throw new IllegalArgumentException("--role must be * or the role of the jar, "
                    + String.join(", ", roles.keySet()) + ", got '" + role + "'");
        }
        return role;
    }

    private @Nullable LocalDate future(@Nullable LocalDate notAfter) {
        if (notAfter != null
                && LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(notAfter)) {
            throw new IllegalArgumentException("--not-after must not have passed, got " + notAfter);
        }
        return notAfter;
    }

    private static BundleFacts facts(Path jar, byte[] bytes) {
        try (OpenJar open = OpenJar.of(bytes)) {
            ReadBundle bundle = ReadBundle.of(open);
            if (!bundle.problems().isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot sign '" + jar + "': " + String.join("; ", bundle.problems()));
            }
            return bundle.facts();
        } catch (UnreadableJarException e) {
            throw new IllegalArgumentException("Cannot sign '" + jar + "': " + e.getMessage(), e);
        }
    }

    private static byte[] read(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read '" + jar + "': " + e, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot write '" + file + "': " + e, e);
        }
    }
}
