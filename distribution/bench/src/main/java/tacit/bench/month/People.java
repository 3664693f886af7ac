package tacit.bench.month;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.pulse.Foreground;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.PageRequest;

/** The users: when they work, what they say to suggestions and to what they are asked. The same for the same seed. */
final class People implements Foreground {

    private final Plan plan;
    private final MonthClock clock;

    /** How often a suggestion was right, and how often it was answered, by week. */
    private final Map<Integer, int[]> answered = new TreeMap<>();

    People(Plan plan, MonthClock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    private boolean gone;

    void leave() {
        gone = true;
    }

    private SplittableRandom chance(String what) {
        return new SplittableRandom(plan.seed() * 31 + what.hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** Somebody works in one hour of three during the day. */
    @Override
    public boolean active(String workspaceId) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        boolean awake = now.getHour() >= 8 && now.getHour() < 19 && now.getDayOfWeek() != DayOfWeek.SUNDAY;
        return !gone
                && awake
                && chance(workspaceId + now.toLocalDate() + now.getHour()).nextInt(3) == 0;
    }

    /** Once an hour, while they are awake, they look at what waits for them. */
    void look(SuggestionDesk desk, Approvals approvals) {
        int hour = clock.instant().atZone(ZoneOffset.UTC).getHour();
        if (hour < 8 || hour >= 20) {
            return;
        }
        for (int profile = 0; profile < plan.profiles(); profile++) {
            for (Suggestion suggestion : desk.show(Plan.workspace(profile), null, 5)) {
                answer(desk, suggestion);
            }
        }
        for (Approval asked : approvals
                .list(null, Approval.State.PENDING, null, PageRequest.first(100))
                .rows()) {
            approvals.answer(asked.id(), chance(asked.request().id()).nextInt(5) != 0, "user", null, null);
        }
    }

    private void answer(SuggestionDesk desk, Suggestion suggestion) {
        SplittableRandom chance = chance(suggestion.id());
        if (chance.nextInt(8) == 0) {
            return;
        }
        boolean wanted = chance.nextDouble() < Topics.wanted(suggestion.draft().title());
        int[] week = answered.computeIfAbsent(week(clock.instant()), any -> new int[2]);
        week[1]++;
        week[0] += wanted ? 1 : 0;
        try {
            if (!wanted) {
                desk.dismiss(suggestion.id(), null, "user");
            } else if (chance.nextInt(4) == 0) {
                desk.act(suggestion.id(), "Only the first half of it", "user");
            } else {
                desk.act(suggestion.id(), null, "user");
            }
        } catch (IllegalStateException busy) {
            desk.snooze(suggestion.id(), Duration.ofHours(2), "user");
            week[1]--;
            week[0]--;
        }
    }

    static int week(Instant at) {
        return (int) Duration.between(Plan.BEGIN, at).dividedBy(Duration.ofDays(7)) + 1;
    }

    /** The share of suggestions that were right among those that were answered, by week. */
    Map<String, Object> precision() {
        Map<String, Object> shares = new TreeMap<>();
        answered.forEach((week, counts) ->
                shares.put("week" + week, String.format(Locale.ROOT, "%.3f of %d", share(counts), counts[1])));
        return shares;
    }

    /** As a number; NaN for a week without answers. */
    double precision(int week) {
        return share(answered.getOrDefault(week, new int[2]));
    }

    private static double share(int[] counts) {
        return counts[1] == 0 ? Double.NaN : counts[0] / (double) counts[1];
    }
}
