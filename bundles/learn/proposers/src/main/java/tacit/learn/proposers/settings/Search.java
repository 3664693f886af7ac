package tacit.learn.proposers.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.experiment.ChangeKinds;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposer.Context;
import tacit.api.learn.ReplayCase;
import tacit.learn.proposers.settings.Tries.Try;

/** Tries values of the settings of one role on its older cases, within a budget. Confined to one round. */
final class Search {

    private final Searched searched;
    private final Context context;
    private final Tries tries;
    private final Rules rules;
    private final String workspaceId;
    private final String situation;
    private int asked;
    private int tried;

    /**
     * How is searched.
     *
     * @param values of a setting that are tried at most
     * @param candidates values of a round, over all settings
     * @param mended so many older cases must be mended, and none broken
     * @param seed of the values
     */
    record Rules(int values, int candidates, int mended, long seed) {}

    Search(String workspaceId, Searched searched, Context context, Tries tries, Rules rules) {
        this.workspaceId = workspaceId;
        this.searched = searched;
        this.context = context;
        this.tries = tries;
        this.rules = rules;
        situation = searched.situation();
    }

    int asked() {
        return asked;
    }

    int tried() {
        return tried;
    }

    /**
     * Everything that is known of these values now, also from rounds before.
     *
     * @param mostCases so many may be asked
     * @throws IllegalStateException when what is in force cannot be started
     */
    List<Try> run(Evaluator evaluator, int mostCases, int mostCandidates) {
        List<Try> known = new ArrayList<>(tries.of(workspaceId, situation));
        for (Point point : points()) {
            boolean done = known.stream()
                    .anyMatch(one -> one.place().equals(point.range.place())
                            && one.value().equals(point.value));
            if (tried >= mostCandidates
                    || hopeless()
                    || asked + searched.cases().size() > mostCases) {
                break;
            }
            if (!done) {
                known.add(ask(evaluator, point));
            }
        }
        return List.copyOf(known);
    }

    /** Whether so few cases fail that no value could mend enough of them. */
    boolean hopeless() {
        return tries.failing(workspaceId, situation)
                .map(failing -> failing < rules.mended())
                .orElse(searched.cases().size() < rules.mended());
    }

    /** A value of a setting. */
    record Point(SettingRange range, String value) {}

    /** The first value of each setting, then the second of each, and so on. */
    private List<Point> points() {
        List<List<String>> all = new ArrayList<>();
        searched.ranges()
                .forEach(range -> all.add(searched.values(range, context).of(rules.values(), rules.seed())));
        List<Point> points = new ArrayList<>();
        for (int turn = 0; turn < rules.values(); turn++) {
            for (int i = 0; i < all.size(); i++) {
                if (turn < all.get(i).size()) {
                    points.add(new Point(searched.ranges().get(i), all.get(i).get(turn)));
                }
            }
        }
        return points;
    }

    private Try ask(Evaluator evaluator, Point point) {
        asked += searched.cases().size();
        tried++;
        Compared compared = Compared.of(evaluator
                .evaluate("search", proposal(point, "It is tried on older cases"), searched.cases())
                .runs());
        Try result = new Try(
                point.range.place(),
                point.value,
                compared.mended(),
                compared.broken(),
                searched.cases().size());
        tries.note(workspaceId, situation, result, compared.failing(), context.now());
        return result;
    }

    Proposal proposal(Point point, String why) {
        SettingRange range = point.range();
        String now = searched.now(range);
        return new Proposal(
                ChangeKinds.ofSetting(searched.role(), searched.bundle().symbolicName(), range.key()),
                HarnessChange.ofSettings(range.pid(), Map.of(range.key(), point.value())),
                searched.role(),
                "Set " + range.key() + " of " + range.pid() + " from " + (now == null ? "nothing" : now) + " to "
                        + point.value(),
                why,
                evidence(),
                null,
                Proposer.RULE + SettingsProposer.NAME);
    }

    /** What the cases that were asked were made of. */
    private List<String> evidence() {
        return searched.cases().stream()
                .map(ReplayCase::source)
                .distinct()
                .limit(Proposal.MAX_EVIDENCE)
                .toList();
    }
}
