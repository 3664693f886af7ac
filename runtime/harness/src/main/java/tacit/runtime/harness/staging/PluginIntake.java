package tacit.runtime.harness.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generations;
import tacit.api.trust.BundleFacts;

/** Takes in what becomes ready in a folder, and activates it where the folder is marked so. Confined to one thread. */
final class PluginIntake {

    /** Who stages what lies in the folder. */
    static final String STAGED_BY = "plugins";

    /** Who activates it. */
    static final String ACTIVATED_BY = "plugins folder";

    /** The file that marks a folder whose bundles are activated at once. */
    static final String AUTO = "auto";

    private static final Logger log = LoggerFactory.getLogger(PluginIntake.class);

    private final Path folder;
    private final PluginWatch watch;
    private final FileStaging staging;
    private final Generations generations;
    private final Set<String> toActivate = new HashSet<>();

    PluginIntake(Path folder, FileStaging staging, Generations generations) {
        this.folder = folder;
        this.watch = new PluginWatch(folder);
        this.staging = staging;
        this.generations = generations;
    }

    /** Looks once; what goes wrong with one jar is named, and the others are still taken in. */
    void look() {
        try {
            watch.ready().forEach(this::take);
            Set.copyOf(toActivate).forEach(this::activateOnceSound);
        } catch (IOException | RuntimeException e) {
            log.warn("Cannot look into '{}'; the next look is in a moment", folder, e);
        }
    }

    private void take(Path jar) {
        try {
            if (staging.knows(jar)) {
                return;
            }
            Set<String> before = sound();
            Candidate candidate = staging.stage(jar, STAGED_BY);
            log.info("Plugin '{}' is staged as {}: {}", jar.getFileName(), candidate.sha256(), candidate.state());
            if (Files.exists(folder.resolve(AUTO)) && !before.contains(candidate.sha256())) {
                toActivate.add(candidate.sha256());
            }
        } catch (RuntimeException e) {
            log.warn("Cannot take in plugin '{}'; it is tried again when it changes", jar, e);
        }
    }

    /** What was sound before had its turn: a statement that comes later must not undo a rollback. */
    private Set<String> sound() {
        return staging.candidates().stream()
                .filter(candidate -> candidate.state() != Candidate.State.REFUSED)
                .map(Candidate::sha256)
                .collect(Collectors.toSet());
    }

    /** One that still waits for something is looked at again; one that is refused, active or gone is done with. */
    private void activateOnceSound(String sha256) {
        Optional<Candidate> candidate = staging.candidate(sha256);
        if (candidate.isPresent() && candidate.get().state() == Candidate.State.WAITING) {
            return;
        }
        toActivate.remove(sha256);
        candidate.filter(sound -> sound.state() == Candidate.State.STAGED).ifPresent(this::activate);
    }

    private void activate(Candidate candidate) {
        BundleFacts facts = candidate.facts();
        if (facts == null) {
            return;
        }
        SortedMap<String, String> bundles = new TreeMap<>();
        facts.roles().keySet().forEach(role -> bundles.put(role, candidate.sha256()));
        String reason = "'" + candidate.fileName() + "' came into the plugins folder, which is marked " + AUTO;
        try {
            ActivationReport report = generations.activate(
                    new ActivationRequest(bundles, Set.of(), new TreeMap<>(), ACTIVATED_BY, reason, null));
            report.failure()
                    .ifPresent(step -> staging.failed(
                            candidate.sha256(),
                            "Its activation failed at step " + step.step() + " of " + step.subject() + ": "
                                    + step.detail()));
        } catch (RuntimeException e) {
            log.warn("Cannot activate plugin '{}'", candidate.fileName(), e);
            staging.failed(candidate.sha256(), "Its activation failed: " + e.getMessage());
        }
    }
}
