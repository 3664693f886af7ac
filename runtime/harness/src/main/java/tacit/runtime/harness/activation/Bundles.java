package tacit.runtime.harness.activation;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.BundleTrust.Moment;
import tacit.api.trust.Examination;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.StepFailure;

/** The jars of the store and what they say of themselves. Thread-safe. */
final class Bundles {

    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final Map<String, BundleFacts> facts = new ConcurrentHashMap<>();

    Bundles(Artifacts artifacts, BundleTrust trust) {
        this.artifacts = artifacts;
        this.trust = trust;
    }

    /** The bytes of a jar, which are what they were when it came. */
    byte[] read(Artifact artifact) throws StepFailure {
        try {
            return artifacts.read(artifact.sha256());
        } catch (IllegalStateException e) {
            throw new StepFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses a jar that may not run now; else says what speaks for it. */
    String examine(Artifact artifact, byte[] jar, Moment moment) throws StepFailure {
        Examination found =
                trust.examine(jar, artifacts.statement(artifact.sha256()).orElse(null), moment);
        if (!found.sha256().equals(artifact.sha256())) {
            throw new StepFailure("the jar has the hash " + found.sha256() + " instead of " + artifact.sha256());
        }
        if (!found.trusted()) {
            throw new StepFailure(artifact + " is refused: " + String.join("; ", found.refusals()));
        }
        return artifact + (found.keyId() == null ? " by its hash" : " by key " + found.keyId());
    }

    /** What a stored jar is; read once for each hash. */
    BundleFacts facts(String sha256, String role) throws Refused {
        BundleFacts known = facts.get(sha256);
        return known == null ? look(sha256, role) : known;
    }

    private BundleFacts look(String sha256, String role) throws Refused {
        if (!sha256.matches("[0-9a-f]{64}") || !artifacts.contains(sha256)) {
            throw new Refused(ActivationStep.READ, role, "the store has no jar with the hash '" + sha256 + "'");
        }
        Examination found = examined(sha256, role);
        @Nullable BundleFacts read = found.facts();
        if (read == null) {
            throw new Refused(ActivationStep.TRUST, role, String.join("; ", found.refusals()));
        }
        facts.put(sha256, read);
        return read;
    }

    private Examination examined(String sha256, String role) throws Refused {
        try {
            return trust.examine(
                    artifacts.read(sha256), artifacts.statement(sha256).orElse(null), Moment.START);
        } catch (IllegalStateException e) {
            throw new Refused(ActivationStep.READ, role, String.valueOf(e.getMessage()));
        }
    }

    /** What the slot of each role shall hold in a generation. */
    SortedMap<String, Filling> fillings(Generation generation) throws Refused {
        SortedMap<String, Filling> fillings = new TreeMap<>();
        for (Map.Entry<String, Artifact> role : generation.roles().entrySet()) {
            BundleFacts read = facts(role.getValue().sha256(), role.getKey());
            fillings.put(role.getKey(), Filling.of(generation, role.getKey(), new TreeSet<>(read.pids())));
        }
        return fillings;
    }
}
