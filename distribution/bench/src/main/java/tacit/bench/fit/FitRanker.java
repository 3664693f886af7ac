package tacit.bench.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tacit.api.recall.RankRequest;
import tacit.api.recall.SearchHit;
import tacit.bench.Bench;
import tacit.bench.recall.Answered;
import tacit.bench.recall.BenchIndex;
import tacit.bench.recall.Dialogue;
import tacit.bench.recall.DialogueFile;
import tacit.bench.recall.LabelledQuestion;
import tacit.bench.recall.RecallRun;
import tacit.memory.rank.FeatureRanker;
import tacit.memory.rank.Features;
import tacit.memory.rank.Weights;

/**
 * Fits the ranker's weights on invented talk and on conversations that nobody labelled, and says what they find in talk that
 * was not learned from. Weights that find less there than those before are not written.
 */
public final class FitRanker implements Bench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 41;
    private static final int LEARNED = 4;
    private static final int HELD_OUT = 2;
    private static final int MADE = 400;
    private static final double HOLD = 0.02;
    private static final List<Integer> FIRST = List.of(5, 10, 25, 50);

    /** Its licence allows evaluation only, and it is what the ranker is measured with. */
    private static final Pattern LOCOMO = Pattern.compile("conv-\\d+");

    @Override
    public String name() {
        return "fit-ranker";
    }

    @Override
    public String usage() {
        return "fit-ranker [--input FILE...] --out FILE [--models NAME,NAME]: weights of the ranker, from conversations";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        FitOptions options = FitOptions.of(arguments);
        InventedTalk invented = new InventedTalk();
        List<Dialogue> learned = invented.dialogues(LEARNED, SEED);
        List<Dialogue> held = invented.dialogues(HELD_OUT, SEED + 1);
        List<Dialogue> own = read(options.inputs());
        Path folder = Files.createTempDirectory("tacit-fit-");
        try (BenchIndex index = BenchIndex.open(folder, options.models())) {
            index.fill(learned);
            index.fill(held);
            index.fill(own);
            RecallRun run = new RecallRun(index.index());
            List<Example> examples = examples(run, learned, own);
            Weights before = Weights.shipped();
            Weights after = weights(new PairwiseFit(values(before), HOLD, SEED).fit(examples));
            return figures(run, held, Map.of("before", before, "after", after), examples.size(), options.out());
        }
    }

    static List<Dialogue> read(List<Path> inputs) throws java.io.IOException {
        List<Dialogue> all = new ArrayList<>();
        for (Path input : inputs) {
            for (Dialogue dialogue :
                    PlainTalk.recognises(input) ? List.of(PlainTalk.read(input)) : DialogueFile.read(input)) {
                if (LOCOMO.matcher(dialogue.id()).matches()) {
                    throw new IllegalArgumentException(
                            "--input must not hold LoCoMo, which is for evaluation only, got '" + input + "'");
                }
                all.add(dialogue);
            }
        }
        return all;
    }

    private static List<Example> examples(RecallRun run, List<Dialogue> learned, List<Dialogue> own) {
        List<Example> examples = new ArrayList<>();
        for (Dialogue dialogue : learned) {
            dialogue.questions().forEach(question -> examples.add(example(run, dialogue, question, "")));
        }
        List<Dialogue> unlabelled = new ArrayList<>(learned);
        unlabelled.addAll(own);
        for (Dialogue dialogue : unlabelled) {
            new SelfSupervision(SEED)
                    .questions(dialogue).stream()
                            .limit(MADE / 4)
                            .forEach(made -> examples.add(example(run, dialogue, made.question(), made.source())));
        }
        examples.removeIf(example -> !example.used().contains(true));
        return examples;
    }

    private static Example example(RecallRun run, Dialogue dialogue, LabelledQuestion question, String without) {
        RankRequest all = run.candidates(dialogue, question);
        List<SearchHit> hits = all.hits().stream()
                .filter(hit -> !hit.document().id().equals(without))
                .toList();
        Map<String, double[]> rows =
                Features.measured(new RankRequest(all.query(), all.now(), hits, all.weights(), all.most()));
        List<Boolean> used =
                rows.keySet().stream().map(question.evidence()::contains).toList();
        return new Example(question.text(), List.copyOf(rows.values()), used);
    }

    static double[] values(Weights weights) {
        return Features.names().stream()
                .mapToDouble(name -> weights.values().getOrDefault(name, 0.0))
                .toArray();
    }

    static Weights weights(double[] values) {
        java.util.TreeMap<String, Double> named = new java.util.TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(Features.names().get(i), Math.round(values[i] * 1000) / 1000.0);
        }
        return new Weights("fitted-" + SEED, named);
    }

    private static Map<String, Object> figures(
            RecallRun run, List<Dialogue> held, Map<String, Weights> sides, int examples, Path out) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("examples", examples);
        Map<String, Double> means = new LinkedHashMap<>();
        for (String side : List.of("before", "after")) {
            Weights weights = java.util.Objects.requireNonNull(sides.get(side));
            List<Answered> all = run.ask(held, new FeatureRanker(weights, FeatureRanker.REPEATED, 1));
            figures.put("questions", all.size());
            double sum = 0;
            Map<String, Object> recall = new LinkedHashMap<>();
            for (int first : FIRST) {
                double mean = 100
                        * all.stream()
                                .mapToDouble(one -> one.recall(first))
                                .average()
                                .orElse(0);
                recall.put(String.valueOf(first), Math.round(mean * 10) / 10.0);
                sum += mean;
            }
            figures.put(side, recall);
            means.put(side, sum);
        }
        boolean better = means.getOrDefault("after", 0.0) >= means.getOrDefault("before", 0.0);
        figures.put("written", better);
        if (better) {
            Weights after = java.util.Objects.requireNonNull(sides.get("after"));
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(out.toFile(), Map.of("version", after.version(), "weights", after.values()));
        }
        return figures;
    }
}
