package tacit.runtime.trust;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.Examination;
import tacit.runtime.trust.jar.OpenJar;
import tacit.runtime.trust.jar.ReadBundle;
import tacit.runtime.trust.jar.UnreadableJarException;
import tacit.runtime.trust.statement.StatementPolicy;

/** Judges jars by their manifest, their classes and the statement that came with them. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PolicyTrust.Config.class)
public final class PolicyTrust implements BundleTrust {

    /** What is asked of a jar. */
    @ObjectClassDefinition(name = "Tacit bundle trust")
    public @interface Config {

        @AttributeDefinition(
                name = "Data directory",
                description = "Its folder trust holds keys/*.pub and the list of what is revoked")
        String data_directory();

        @AttributeDefinition(
                name = "Trust",
                description =
                        "hash: who activates a bundle approves its hash; signed: a pinned key must vouch for it too",
                options = {@Option(label = "hash", value = "hash"), @Option(label = "signed", value = "signed")})
        String trust() default "hash";

        @AttributeDefinition(
                name = "Allowed imports",
                description =
                        "Packages that a bundle may import, with commas between; an asterisk at the end stands for"
                                + " all that begin so")
        String allowed_imports() default
                "tacit.api.*, org.osgi.service.component*, org.osgi.service.event,"
                        + " org.osgi.framework, org.apache.felix.service.command, org.slf4j, com.fasterxml.jackson.*,"
                        + " jakarta.servlet*, javax.*, org.w3c.dom*, org.xml.sax*, org.jspecify.annotations,"
                        + " com.google.errorprone.annotations";

        @AttributeDefinition(
                name = "Classes",
                description = "refuse: bundles whose classes start threads or programs, end the process or load native"
                        + " code; off: classes are not looked at",
                options = {@Option(label = "refuse", value = "refuse"), @Option(label = "off", value = "off")})
        String classes() default "refuse";
    }

    private final ManifestPolicy manifests;
    private final StatementPolicy statements;
    private final boolean signed;
    private final boolean scans;
    private final List<String> allowedImports;
    private final Readings readings = new Readings();

    @Activate
    public PolicyTrust(@Reference Clock clock, Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        signed = choice("trust", config.trust(), "hash", "signed").equals("signed");
        scans = choice("classes", config.classes(), "off", "refuse").equals("refuse");
        allowedImports = Arrays.stream(config.allowed_imports().split(",", -1))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .toList();
        manifests = new ManifestPolicy(allowedImports);
        statements = new StatementPolicy(Path.of(config.data_directory()).resolve("trust"), signed, clock);
    }

    private static String choice(String name, String value, String one, String other) {
        if (!value.equals(one) && !value.equals(other)) {
            throw new IllegalArgumentException(name + " must be " + one + " or " + other + ", got '" + value + "'");
        }
        return value;
    }

    @Override
    public Examination examine(byte[] jar, @Nullable String statement, Moment moment) {
        String sha256 = Digest.of(jar);
        JarReading reading;
        try {
            reading = readings.of(sha256, () -> read(jar));
        } catch (UnreadableJarException e) {
            return new Examination(sha256, null, List.of(String.valueOf(e.getMessage())), null);
        } catch (RuntimeException e) {
            // A jar is made by strangers: whatever it does to the readers is its own fault
            return new Examination(sha256, null, List.of("It could not be examined: " + e), null);
        }
        StatementPolicy.Judgement judgement = statements.judge(reading.facts(), sha256, statement, moment);
        List<String> refusals = new ArrayList<>(reading.refusals());
        refusals.addAll(judgement.refusals());
        return new Examination(sha256, reading.facts(), refusals, judgement.keyId());
    }

    private JarReading read(byte[] jar) throws UnreadableJarException {
        try (OpenJar open = OpenJar.of(jar)) {
            ReadBundle bundle = ReadBundle.of(open);
            List<String> refusals = new ArrayList<>(bundle.problems());
            refusals.addAll(manifests.refusals(bundle.manifest(), open));
            if (scans) {
                refusals.addAll(ClassScan.refusals(open, bundle.manifest()));
            }
            return new JarReading(bundle.facts(), refusals);
        }
    }

    @Override
    public String policy() {
        List<String> lines = new ArrayList<>();
        lines.add(
                signed
                        ? "trust=signed: a pinned key must vouch for a bundle"
                        : "trust=hash: who activates a bundle approves its hash; a statement that comes with it must hold");
        lines.addAll(statements.words());
        lines.add(
                scans ? "classes=refuse: no threads, programs, native code" : "classes=off: classes are not looked at");
        lines.add("imports: " + String.join(", ", allowedImports));
        return String.join("\n", lines);
    }
}
