package tacit.pulse.signals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.pulse.Signal;
import tacit.pulse.signals.WaitingRows.Merged;

/** Brings what was told into the rows: what has one of its key there is merged, the rest becomes rows. Confined to one transaction. */
final class Submission {

    private static final int MOST_NAMES = 16;

    private final WaitingRows rows;
    private final Room room;
    private final Instant now;
    private final Map<String, Outcome.Result> results = new HashMap<>();
    private final Set<String> alone = new HashSet<>();

    /**
     * @param room how many may be added; used up
     */
    Submission(WaitingRows rows, Room room, Instant now) {
        this.rows = rows;
        this.room = room;
        this.now = now;
    }

    Outcome run(List<Told> said) {
        List<Told> told = said.stream().map(this::withItsFamily).toList();
        Map<String, Told> folded = new LinkedHashMap<>();
        for (Told one : told) {
            folded.merge(one.key(), one, (there, next) -> there.with(merged(there, next)));
        }
        insertOrMerge(List.copyOf(folded.values()));
        return new Outcome(told, Map.copyOf(results));
    }

    /** One that would make a crowd larger joins the signal of its family, unless its own is there. */
    private Told withItsFamily(Told told) {
        String key = told.key();
        if (alone.contains(key)) {
            return told;
        }
        if (!room.isLeft(told.group()) && rows.byKey(key).isEmpty()) {
            return told.inFamily();
        }
        room.take(told.group());
        alone.add(key);
        return told;
    }

    private static Signal merged(Told there, Told told) {
        return there.isFamily()
                ? FamilySignal.merge(there.signal(), told.signal())
                : Merge.of(there.signal(), told.signal());
    }

    /** What waits under its key is merged; a refused row costs more than a look before. */
    private void insertOrMerge(List<Told> folded) {
        Map<String, Kept> waiting = rows.byKeys(folded.stream().map(Told::key).toList());
        List<Told> fresh =
                folded.stream().filter(one -> !waiting.containsKey(one.key())).toList();
        boolean[] inserted = rows.insertAbsent(fresh.stream().map(SignalRow::of).toList());
        for (int i = 0; i < inserted.length; i++) {
            String key = fresh.get(i).key();
            if (inserted[i]) {
                results.put(key, new Outcome.Result(fresh.get(i).signal(), null));
            } else {
                rows.byKey(key).ifPresent(there -> waiting.put(key, there));
            }
        }
        List<Merged> merges = new ArrayList<>();
        List<Told> again = new ArrayList<>();
        for (Told one : folded) {
            Kept there = waiting.get(one.key());
            if (there != null && there.settlesAt().isAfter(now)) {
                merges.add(merge(one, there));
            } else if (!results.containsKey(one.key())) {
                again.add(one);
            }
        }
        rows.merge(merges);
        again.forEach(this::insertAgain);
    }

    private Merged merge(Told one, Kept there) {
        Signal after = merged(one.with(there.signal()), one);
        results.put(one.key(), new Outcome.Result(after, there.signal()));
        return new Merged(there, after);
    }

    /** What stood there has expired, or only its id was taken. */
    private void insertAgain(Told one) {
        rows.expire(now);
        for (int i = 0; i < MOST_NAMES; i++) {
            Told named = one.with(Merge.named(one.signal(), one.signal().id() + "-" + i));
            if (rows.insertAbsent(Collections.singletonList(SignalRow.of(named)))[0]) {
                results.put(one.key(), new Outcome.Result(named.signal(), null));
                return;
            }
        }
        throw new ChangedMeanwhile();
    }
}
