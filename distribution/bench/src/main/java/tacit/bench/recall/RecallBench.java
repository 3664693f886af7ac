package tacit.bench.recall;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tacit.bench.Bench;
import tacit.bench.Figures;
import tacit.bench.Options;
import tacit.memory.rank.FeatureRanker;
import tacit.memory.rank.Features;
import tacit.memory.rank.Weights;

/** How often the turns that answer a question are among the first that are found. */
public final class RecallBench implements Bench {

    static final String MODELS = "e5-small-v2-q,all-minilm-l6-v2-q";

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String usage() {
        return "recall --input FILE [--models NAME,NAME] [--out FILE] [--ablate]: turns of labelled conversations that are"
                + " found";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--input", "--out", "--models"), List.of("--ablate"));
        Path input = Path.of(options.text("--input", ""));
        if (!Files.isRegularFile(input)) {
            throw new IllegalArgumentException("--input must be a file of labelled conversations, got '" + input + "'");
        }
        List<Dialogue> dialogues = DialogueFile.read(input);
        List<String> models = Arrays.asList(options.text("--models", MODELS).split(",", -1));
        Path folder = Files.createTempDirectory("tacit-recall-");
        try (BenchIndex index = BenchIndex.open(folder, models)) {
            long begin = System.nanoTime();
            index.fill(dialogues);
            long filled = System.nanoTime() - begin;
            Map<String, Object> figures = figures(new RecallRun(index.index()), dialogues, options);
            long records =
                    dialogues.stream().mapToLong(one -> one.turns().size()).sum();
            figures.put("embedMs", RecallFigures.rounded(filled / 1e6 / Math.max(1, records), 2));
            figures.put("records", records);
            return figures;
        } finally {
            delete(folder);
        }
    }

    static Map<String, Object> figures(RecallRun run, List<Dialogue> dialogues, Options options) throws IOException {
        run.ask(warm(dialogues), ranker(Weights.shipped()));
        List<Answered> all = run.ask(dialogues, ranker(Weights.shipped()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("questions", all.size());
        figures.put("recallAt", RecallFigures.recallAt(all));
        figures.put("byCategory", RecallFigures.byCategory(all));
        figures.put("queryMs", RecallFigures.milliseconds(all));
        figures.put("weights", Weights.shipped().version());
        if (options.has("--ablate")) {
            figures.put("without", without(run, dialogues));
        }
        String out = options.text("--out", "");
        if (!out.isEmpty()) {
            write(all, Path.of(out));
        }
        return figures;
    }

    /** The first questions of each conversation, so that the figures are not those of a cold start. */
    private static List<Dialogue> warm(List<Dialogue> dialogues) {
        return dialogues.stream()
                .map(one -> new Dialogue(
                        one.id(),
                        one.turns(),
                        one.questions().stream().limit(20).toList()))
                .toList();
    }

    /** What is found without each of the features. */
    private static Map<String, Object> without(RecallRun run, List<Dialogue> dialogues) {
        Map<String, FeatureRanker> rankers = new LinkedHashMap<>();
        Features.names().stream()
                .filter(feature -> Weights.shipped().values().containsKey(feature))
                .forEach(
                        feature -> rankers.put(feature, ranker(Weights.shipped().without(feature))));
        Map<String, Object> rows = new LinkedHashMap<>();
        run.compare(dialogues, rankers).forEach((feature, all) -> rows.put(feature, RecallFigures.recallAt(all)));
        return rows;
    }

    private static FeatureRanker ranker(Weights weights) {
        return new FeatureRanker(weights, FeatureRanker.REPEATED, FeatureRanker.REASONS);
    }

    private static void write(List<Answered> all, Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Answered one : all) {
                lines.write(Figures.json(RecallFigures.line(one)));
                lines.newLine();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
