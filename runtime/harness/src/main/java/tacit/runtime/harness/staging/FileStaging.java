package tacit.runtime.harness.staging;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Candidate;
import tacit.api.generation.Ledger;
import tacit.api.generation.Staging;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.Examination;

/** Keeps what is staged in files, and finds out anew what each lacks whenever somebody asks. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FileStaging.Config.class)
public final class FileStaging implements Staging {

    /** Where staged bundles are remembered. */
    @ObjectClassDefinition(name = "Tacit staged bundles")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Its folder staging holds what is staged")
        String data_directory();
    }

    private final Object lock = new Object();
    private final StagedFiles staged;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;
    private final Candidates candidates;

    @Activate
    public FileStaging(
            BundleContext context,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference Ledger ledger,
            @Reference AuditLog audit,
            @Reference Clock clock,
            Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        this.staged = new StagedFiles(Path.of(config.data_directory()).resolve("staging"));
        this.artifacts = artifacts;
        this.trust = trust;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.candidates = new Candidates(context, ledger, artifacts);
    }

    @Override
    public List<Candidate> candidates() {
        return staged.byHash().values().stream()
                .sorted(Comparator.comparing(StagedBundle::time).reversed().thenComparing(StagedBundle::sha256))
                .map(candidates::of)
                .toList();
    }

    /** What is known of one hash. */
    Optional<Candidate> candidate(String sha256) {
        return candidates().stream()
                .filter(candidate -> candidate.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public Candidate stage(Path file, String by) {
        StagedInput input = StagedInput.read(file);
        synchronized (lock) {
            Examination examination = trust.examine(input.jar(), input.statement(), BundleTrust.Moment.ACTIVATION);
            StagedBundle bundle = judged(examination, String.valueOf(file.getFileName()), by);
            audit.write(by, bundle.isRefused() ? "bundle.refuse" : "bundle.stage", bundle.sha256(), details(bundle));
            keep(bundle, input);
            return candidates.of(bundle);
        }
    }

    @Override
    public boolean discard(String sha256, String by) {
        synchronized (lock) {
            if (!staged.byHash().containsKey(sha256)) {
                return false;
            }
            audit.write(by, "bundle.discard", sha256, Map.of());
            staged.remove(sha256);
            return true;
        }
    }

    /** Whether staging a file would change nothing: there is a sound candidate of its bytes, with its statement. */
    boolean knows(Path file) {
        StagedInput input = StagedInput.read(file);
        String sha256 = Digest.of(input.jar());
        StagedBundle bundle = staged.byHash().get(sha256);
        return bundle != null
                && !bundle.isRefused()
                && artifacts.contains(sha256)
                && (input.statement() == null
                        || artifacts
                                .statement(sha256)
                                .filter(input.statement()::equals)
                                .isPresent());
    }

    /** Keeps how the activation of a candidate failed, until it is staged again. */
    void failed(String sha256, String reason) {
        synchronized (lock) {
            StagedBundle bundle = staged.byHash().get(sha256);
            if (bundle != null) {
                staged.put(bundle.withFailure(reason));
            }
        }
    }

    private StagedBundle judged(Examination examination, String fileName, String by) {
        BundleFacts facts = examination.facts();
        List<String> refusals = new ArrayList<>(examination.refusals());
        if (facts != null && refusals.isEmpty()) {
            refusals.addAll(clashes(facts, examination.sha256()));
        }
        return new StagedBundle(examination.sha256(), fileName, clock.instant().toString(), by, facts, refusals, null);
    }

    /** It is remembered before it is stored, so that whoever cleans the store meanwhile knows that it is needed. */
    private void keep(StagedBundle bundle, StagedInput input) {
        forgetHalves(bundle);
        staged.put(bundle);
        if (bundle.isRefused()) {
            return;
        }
        try {
            artifacts.put(input.jar());
            if (input.statement() != null) {
                artifacts.putStatement(bundle.sha256(), input.statement());
            }
        } catch (IllegalStateException e) {
            staged.remove(bundle.sha256());
            throw e;
        }
    }

    /** What was once in the same file and no bundle at all is of no interest to anybody. */
    private void forgetHalves(StagedBundle bundle) {
        staged.byHash().values().stream()
                .filter(other -> other.facts() == null && !other.sha256().equals(bundle.sha256()))
                .filter(other -> other.fileName().equals(bundle.fileName())
                        && other.stagedBy().equals(bundle.stagedBy()))
                .forEach(other -> staged.remove(other.sha256()));
    }

    private List<String> clashes(BundleFacts facts, String sha256) {
        Stream<Artifact> waiting = staged.byHash().values().stream()
                .filter(bundle -> !bundle.isRefused())
                .flatMap(bundle -> Stream.ofNullable(bundle.facts())
                        .map(other -> new Artifact(other.symbolicName(), other.version(), bundle.sha256())));
        Stream<Artifact> stored = ledger.generations().stream()
                .flatMap(generation -> generation.roles().values().stream())
                .filter(artifact -> artifacts.contains(artifact.sha256()));
        return Stream.concat(waiting, stored)
                .filter(other -> other.symbolicName().equals(facts.symbolicName())
                        && other.version().equals(facts.version())
                        && !other.sha256().equals(sha256))
                .map(other -> "It is named " + facts.symbolicName() + " " + facts.version()
                        + " as another bundle is: that has the hash " + other.sha256() + " and this " + sha256
                        + "; give it a version of its own")
                .distinct()
                .toList();
    }

    private static Map<String, String> details(StagedBundle bundle) {
        BundleFacts facts = bundle.facts();
        return facts == null
                ? Map.of("file", bundle.fileName())
                : Map.of("file", bundle.fileName(), "bundle", facts.symbolicName(), "version", facts.version());
    }
}
