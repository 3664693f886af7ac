package tacit.learn.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceIngest;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.LearningPipeline;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Imports traces from files, learns from them, and reports what keeps failing. Thread-safe. */
@Component(property = Command.NAME + "=learn")
public final class LearnCommand implements Command {

    private final TraceFiles files;
    private final TraceIngest ingest;
    private final LearningPipeline pipeline;
    private final FailureClusters clusters;
    private final EvalCases evals;
    private final Clock clock;

    @Activate
    public LearnCommand(
            @Reference TraceFiles files,
            @Reference TraceIngest ingest,
            @Reference LearningPipeline pipeline,
            @Reference FailureClusters clusters,
            @Reference EvalCases evals,
            @Reference Clock clock) {
        this.files = files;
        this.ingest = ingest;
        this.pipeline = pipeline;
        this.clusters = clusters;
        this.evals = evals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "learn";
    }

    @Override
    public String usage() {
        return "learn PATH… [--format F] [--json]    imports traces and reports what keeps failing; --formats lists the"
                + " formats";
    }

    @Override
    public int run(List<String> words, Console console) {
        if (words.equals(List.of("--formats"))) {
            files.formats()
                    .forEach(source -> console.out().printf("%-16s  %s%n", source.format(), source.description()));
            return OK;
        }
        LearnArguments arguments;
        try {
            arguments = LearnArguments.parse(words, console.workingDirectory());
        } catch (IllegalArgumentException e) {
            console.err().println(e.getMessage());
            console.err().println("Usage: tacit " + usage());
            return FAILED;
        }
        Instant startedAt = clock.instant();
        ProgressLine progress = new ProgressLine(console);
        Scope scope = Scope.ofDefaultWorkspace();
        Importer importer = new Importer(scope, ingest, progress);
        try {
            files.read(arguments.paths(), arguments.format(), importer);
            importer.store();
            pipeline.run(scope, (done, total) -> progress.show("Learning", done, total));
        } catch (IllegalArgumentException e) {
            progress.clear();
            console.err().println(e.getMessage());
            return FAILED;
        }
        progress.clear();
        report(summary(scope, importer, startedAt), arguments, console);
        return importer.counts().read() > 0 ? OK : FAILED;
    }

    private static void report(LearnSummary summary, LearnArguments arguments, Console console) {
        if (arguments.json()) {
            console.out().println(new LearnJson().write(summary));
        } else {
            new LearnText(console).write(summary);
        }
    }

    private LearnSummary summary(Scope scope, Importer importer, Instant startedAt) {
        PageRequest one = PageRequest.first(1);
        return new LearnSummary(
                importer.counts(),
                clusters.failures(scope, FailureFilter.ALL, one).total(),
                families(scope),
                evals.list(scope, one).total(),
                importer.refusals(),
                Duration.between(startedAt, clock.instant()));
    }

    private List<FailureCluster> families(Scope scope) {
        List<FailureCluster> families = new ArrayList<>();
        Page<FailureCluster> page;
        do {
            PageRequest request = new PageRequest(families.size(), PageRequest.MAX_LIMIT);
            page = clusters.list(scope, ClusterFilter.ALL, request);
            families.addAll(page.rows());
        } while (page.hasMore() && !page.rows().isEmpty());
        return families;
    }
}
