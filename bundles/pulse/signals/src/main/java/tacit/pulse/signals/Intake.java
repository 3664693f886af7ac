package tacit.pulse.signals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.SignalDraft;
import tacit.api.store.Database;

/** Takes drafts in, all or none. Thread-safe. */
final class Intake {

    private static final int MOST_ATTEMPTS = 5;

    private final Database database;
    private final AutomationProfiles profiles;
    private final Redactor redactor;
    private final Crowds crowds;
    private final Upkeep upkeep;

    Intake(Database database, AutomationProfiles profiles, Redactor redactor, Crowds crowds, Upkeep upkeep) {
        this.database = database;
        this.profiles = profiles;
        this.redactor = redactor;
        this.crowds = crowds;
        this.upkeep = upkeep;
    }

    Outcome take(List<SignalDraft> drafts, Instant now) {
        boolean named = drafts.stream().allMatch(draft -> draft.profileId() != null);
        Interests interests = named ? Interests.NONE : Interests.read(database);
        List<Told> told = new Addressing(profiles, interests, redactor, now).told(drafts);
        if (told.isEmpty()) {
            return new Outcome(List.of(), Map.of());
        }
        Map<Group, Integer> room = crowds.room(told.stream().map(Told::group).toList(), now);
        boolean due = upkeep.isDue(now);
        Outcome outcome = again(() -> database.write(session -> {
            WaitingRows rows = new WaitingRows(session);
            if (due) {
                upkeep.run(rows, now);
            }
            return new Submission(rows, new HashMap<>(room), now).run(told);
        }));
        outcome.added().forEach(crowds::added);
        return outcome;
    }

    private static <T> T again(Supplier<T> work) {
        int attempt = 1;
        while (true) {
            try {
                return work.get();
            } catch (ChangedMeanwhile quicker) {
                if (attempt++ >= MOST_ATTEMPTS) {
                    throw quicker;
                }
            }
        }
    }
}
