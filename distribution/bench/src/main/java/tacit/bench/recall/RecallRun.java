package tacit.bench.recall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.memory.Audience;
import tacit.api.recall.RankRequest;
import tacit.api.recall.RankedHit;
import tacit.api.recall.Ranker;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** Asks questions through an index and a ranker. */
public final class RecallRun {

    /** How many candidates the ranker sees. */
    public static final int CANDIDATES = 300;

    private static final int MOST = 50;

    private final SearchIndex index;

    public RecallRun(SearchIndex index) {
        this.index = index;
    }

    /** The candidates of a question. */
    public RankRequest candidates(Dialogue dialogue, LabelledQuestion question) {
        SearchAnswer answer = index.search(new SearchQuery(
                Scope.ofWorkspace(dialogue.id()),
                Audience.ofUser(null),
                question.text(),
                List.of(),
                null,
                null,
                null,
                CANDIDATES));
        return new RankRequest(question.text(), dialogue.end(), answer.hits(), answer.weights(), MOST);
    }

    /** Every question of every conversation, one after the other. */
    public List<Answered> ask(List<Dialogue> dialogues, Ranker ranker) {
        List<Answered> all = new ArrayList<>();
        for (Dialogue dialogue : dialogues) {
            for (LabelledQuestion question : dialogue.questions()) {
                long begin = System.nanoTime();
                List<String> ids = ranker.rank(candidates(dialogue, question)).stream()
                        .map(RankedHit::id)
                        .toList();
                all.add(new Answered(dialogue.id(), question, ids, System.nanoTime() - begin));
            }
        }
        return all;
    }

    /** Every question, its candidates put in order by several rankers; the times are those of the order alone. */
    Map<String, List<Answered>> compare(List<Dialogue> dialogues, Map<String, ? extends Ranker> rankers) {
        Map<String, List<Answered>> all = new LinkedHashMap<>();
        for (Dialogue dialogue : dialogues) {
            for (LabelledQuestion question : dialogue.questions()) {
                RankRequest candidates = candidates(dialogue, question);
                rankers.forEach((name, ranker) -> all.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(answered(dialogue, question, candidates, ranker)));
            }
        }
        return all;
    }

    private static Answered answered(
            Dialogue dialogue, LabelledQuestion question, RankRequest candidates, Ranker ranker) {
        long begin = System.nanoTime();
        List<String> ids = ranker.rank(candidates).stream().map(RankedHit::id).toList();
        return new Answered(dialogue.id(), question, ids, System.nanoTime() - begin);
    }
}
