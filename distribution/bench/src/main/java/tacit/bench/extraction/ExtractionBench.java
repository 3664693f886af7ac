package tacit.bench.extraction;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.bench.Bench;
import tacit.bench.Options;

/** Precision and recall of what is read from labelled sentences, beside the rules of the described system. */
public final class ExtractionBench implements Bench {

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public String usage() {
        return "extraction [--misses]  claims, commitments and corrections of labelled sentences in four languages;"
                + " --misses lists those of the set dev";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws IOException {
        Options options = new Options(arguments, List.of(), List.of("--misses"));
        List<LabelledSentence> sentences = LabelledSentence.all();
        Map<String, Extractor> extractors = new LinkedHashMap<>();
        extractors.put("tacit", new OwnRules());
        extractors.put("reference", new ReferenceRules());
        extractors.put("awareness", new AwarenessRules());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sentences", sentences.size());
        for (String set : LabelledSentence.SETS) {
            List<LabelledSentence> half = sentences.stream()
                    .filter(sentence -> sentence.set().equals(set))
                    .toList();
            Map<String, Object> scores = new LinkedHashMap<>();
            extractors.forEach((name, extractor) -> scores.put(name, score(extractor, half)));
            figures.put(set, scores);
        }
        if (options.has("--misses")) {
            figures.put("misses", misses(extractors.get("tacit"), sentences));
        }
        return figures;
    }

    private static Map<String, Object> score(Extractor extractor, List<LabelledSentence> sentences) {
        Score total = new Score();
        Map<String, Score> kinds = new TreeMap<>();
        Map<String, Score> languages = new LinkedHashMap<>();
        for (LabelledSentence sentence : sentences) {
            List<Label> kept = extractor.read(sentence.text());
            Score.count(sentence.labels(), kept, total, kinds);
            Score language = languages.computeIfAbsent(sentence.language(), name -> new Score());
            Score.count(sentence.labels(), kept, language, new TreeMap<>());
        }
        Map<String, Object> figures = total.figures();
        figures.put("byLanguage", Score.figures(languages));
        figures.put("byCategory", Score.figures(kinds));
        return figures;
    }

    private static List<String> misses(Extractor extractor, List<LabelledSentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.set().equals("dev") && !agrees(extractor, sentence))
                .map(sentence ->
                        sentence.language() + ": " + sentence.text() + " -> " + extractor.read(sentence.text()))
                .toList();
    }

    private static boolean agrees(Extractor extractor, LabelledSentence sentence) {
        Score score = new Score();
        Score.count(sentence.labels(), extractor.read(sentence.text()), score, new TreeMap<>());
        return score.isPerfect();
    }
}
