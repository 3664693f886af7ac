package tacit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Triage;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.bench.AnnotatedTrace.Annotation;
import tacit.learn.mine.DetectingMiner;
import tacit.learn.mine.Detection;
import tacit.learn.mine.Lessons;
import tacit.learn.mine.Taught;
import tacit.learn.mine.Training;
import tacit.learn.mine.detect.BrokenResultDetector;
import tacit.learn.mine.detect.ChangedCourseDetector;
import tacit.learn.mine.detect.CorrectionDetector;
import tacit.learn.mine.detect.ErrorSpanDetector;
import tacit.learn.mine.detect.FailedCallDetector;
import tacit.learn.mine.detect.InstructionDetector;
import tacit.learn.mine.detect.LostResultDetector;
import tacit.learn.mine.detect.OutcomeDetector;
import tacit.learn.mine.detect.RefusalDetector;
import tacit.learn.mine.detect.RepeatedCallDetector;
import tacit.learn.mine.detect.RepeatedSearchDetector;
import tacit.learn.mine.detect.UncheckedAnswerDetector;
import tacit.learn.mine.detect.UngroundedAnswerDetector;
import tacit.learn.mine.detect.UnmadeCallDetector;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.template.MaskingTemplates;

/**
 * Compares mined with annotated failures. With labels, annotations of traces that are not scored stand in for an
 * operator's triage; each side of the split teaches once and is scored once, and the figures are those of both.
 */
final class MiningBench implements Bench {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Lessons NONE = workspace -> Taught.NOTHING;

    private static final FailureTemplates TEMPLATES = MaskingTemplates.unconfigured();

    private final FactSheets sheets = new FactSheets();
    private final Detection detection = new Detection(detectors(sheets));

    @Override
    public String name() {
        return "mining";
    }

    @Override
    public String usage() {
        return "mining [--input FOLDER] [--train FOLDER]  mined against annotated failures of TRAIL traces";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws IOException {
        List<AnnotatedTrace> input = AnnotatedTraces.in(
                option(arguments, "--input").orElseGet(() -> Folders.data().resolve("trail")));
        Optional<Path> train = option(arguments, "--train");
        if (train.isEmpty()) {
            MiningScore score = new MiningScore();
            score(input, NONE, score);
            return score.figures();
        }
        return split(input, AnnotatedTraces.in(train.get()));
    }

    private Map<String, Object> split(List<AnnotatedTrace> input, List<AnnotatedTrace> train) {
        Set<String> known = train.stream().map(AnnotatedTrace::id).collect(Collectors.toSet());
        List<AnnotatedTrace> first =
                input.stream().filter(trace -> !known.contains(trace.id())).toList();
        List<AnnotatedTrace> second = train;
        if (first.isEmpty()) {
            first = everyOther(train, 0);
            second = everyOther(train, 1);
        }
        return mean(direction(second, first), direction(first, second));
    }

    private Map<String, Object> direction(List<AnnotatedTrace> teachers, List<AnnotatedTrace> scored) {
        Taught taught = taught(teachers);
        MiningScore score = new MiningScore();
        score(scored, workspace -> taught, score);
        return score.figures();
    }

    private void score(List<AnnotatedTrace> traces, Lessons lessons, MiningScore score) {
        FailureMiner miner = new DetectingMiner(detection, sheets, lessons, TEMPLATES, DetectingMiner.LEAST_CONFIDENCE);
        for (AnnotatedTrace trace : traces) {
            Set<Annotation> predicted = new HashSet<>();
            miner.mine(SCOPE, trace.trace()).forEach(record -> predicted.add(prediction(record.finding())));
            score.add(trace.annotations(), predicted);
        }
    }

    private static Annotation prediction(Finding finding) {
        String span = finding.spanId();
        return new Annotation(TrailKinds.name(finding.category()), span == null ? "" : span);
    }

    private Taught taught(List<AnnotatedTrace> teachers) {
        Map<String, RecordedTrace> traces = new LinkedHashMap<>();
        List<Triage> statements = new ArrayList<>();
        for (AnnotatedTrace teacher : teachers) {
            traces.put(teacher.id(), teacher.trace());
            for (Span span : teacher.trace().spans()) {
                TrailKinds.NAMES.forEach((kind, name) -> statements.add(new Triage(
                        teacher.id(),
                        span.id(),
                        kind,
                        teacher.annotations().contains(new Annotation(name, span.id())),
                        "annotator",
                        Instant.EPOCH)));
            }
        }
        return new Training(detection).learn(statements, id -> Optional.ofNullable(traces.get(id)));
    }

    private static Map<String, Object> mean(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> mean = new LinkedHashMap<>(one);
        other.forEach((name, figure) -> mean.merge(name, figure, MiningBench::middle));
        return mean;
    }

    /** The mean of two shares; of two counts the sum, because every trace is scored once. */
    private static Object middle(Object one, Object other) {
        if (one instanceof Integer count && other instanceof Integer more) {
            return count + more;
        }
        return (((Number) one).doubleValue() + ((Number) other).doubleValue()) / 2;
    }

    private static List<AnnotatedTrace> everyOther(List<AnnotatedTrace> traces, int from) {
        List<AnnotatedTrace> half = new ArrayList<>();
        for (int i = from; i < traces.size(); i += 2) {
            half.add(traces.get(i));
        }
        return half;
    }

    private static Optional<Path> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at >= 0 && at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + " must be followed by a folder");
        }
        return at < 0 ? Optional.empty() : Optional.of(Path.of(arguments.get(at + 1)));
    }

    /** The miner that no operator has taught anything. */
    static FailureMiner untaught() {
        FactSheets sheets = new FactSheets();
        return new DetectingMiner(
                new Detection(detectors(sheets)), sheets, NONE, TEMPLATES, DetectingMiner.LEAST_CONFIDENCE);
    }

    private static List<FailureDetector> detectors(FactSheets sheets) {
        return List.of(
                new BrokenResultDetector(sheets),
                new ChangedCourseDetector(sheets),
                new CorrectionDetector(sheets),
                new ErrorSpanDetector(sheets),
                new FailedCallDetector(sheets),
                new InstructionDetector(sheets),
                new LostResultDetector(sheets),
                new OutcomeDetector(),
                new RefusalDetector(sheets),
                new RepeatedCallDetector(sheets),
                new RepeatedSearchDetector(sheets),
                new UncheckedAnswerDetector(sheets),
                new UngroundedAnswerDetector(sheets),
                new UnmadeCallDetector(sheets));
    }
}
