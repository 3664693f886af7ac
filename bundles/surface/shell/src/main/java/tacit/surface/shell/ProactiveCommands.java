package tacit.surface.shell;

import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseDesk.Handoff;

/** Commands for what profiles do again and again: of themselves, and at times that were handed over. */
@Component(
        service = ProactiveCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=proactive", "osgi.command.function=schedules"})
public final class ProactiveCommands {

    private static final String PROACTIVE = "proactive PROFILE [keep TASK PROMPT | remove TASK]";
    private static final String SCHEDULES = "schedules [remove ID]";

    private final PulseDesk desk;
    private final ProfileNames profiles;

    @Activate
    public ProactiveCommands(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor("lists what a profile does of itself, or: keep TASK PROMPT, remove TASK")
    public void proactive(
            CommandSession session,
            @Descriptor("minutes between two times") @Parameter(names = "--every", absentValue = "1440") int every,
            @Descriptor("pulse_only, dispatch or cron_handoff") @Parameter(names = "--mode", absentValue = "dispatch")
                    String mode,
            @Descriptor("the least strength of signals that wait, in [0, 1]")
                    @Parameter(names = "--strength", absentValue = "0")
                    double strength,
            @Descriptor("1 to 10, the lower the more urgent") @Parameter(names = "--priority", absentValue = "5")
                    int priority,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the profile, and what to do") String... words) {
        if (words.length == 0) {
            throw new IllegalArgumentException(PROACTIVE);
        }
        String profile = profiles.find(words[0]).id();
        if (words.length > 1) {
            switch (words[1]) {
                case "keep" ->
                    desk.proactive(
                            profile,
                            new ProactiveTask(
                                    word(2, words),
                                    word(2, words),
                                    "",
                                    "general",
                                    Words.rest(PROACTIVE, 3, words),
                                    every,
                                    Words.required(ProactiveTask.Mode.class, mode),
                                    strength,
                                    priority,
                                    true),
                            Words.OPERATOR);
                case "remove" -> {
                    if (!desk.removeProactive(profile, word(2, words), Words.OPERATOR)) {
                        throw new IllegalArgumentException(
                                "Cannot remove task '" + words[2] + "': profile '" + words[0] + "' has none");
                    }
                }
                default -> throw new IllegalArgumentException(PROACTIVE);
            }
        }
        new Printer(session).print(Rows.of(desk.proactive(profile), ProactiveCommands::row), json);
    }

    private static String word(int index, String... words) {
        if (words.length <= index) {
            throw new IllegalArgumentException(PROACTIVE);
        }
        return words[index];
    }

    private static Map<String, @Nullable Object> row(ProactiveTask task) {
        return Rows.row(
                "task", task.id(),
                "every", task.frequencyMinutes() + " min",
                "mode", task.executionMode() == null ? "dispatch" : Words.lower(task.executionMode()),
                "strength", String.format(Locale.ROOT, "%.2f", task.minSignalStrength()),
                "priority", task.priority(),
                "on", task.enabled(),
                "prompt", task.promptTemplate());
    }

    @Descriptor("lists times that were handed over, or: remove ID")
    public void schedules(
            CommandSession session,
            @Descriptor("only of this profile") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("what to do with which one") String... words) {
        if (words.length > 0) {
            String id = Words.only(SCHEDULES, words);
            if (!words[0].equals("remove") || !desk.removeSchedule(id, Words.OPERATOR)) {
                throw new IllegalArgumentException("Cannot " + words[0] + " schedule '" + id + "': no such schedule");
            }
        }
        new Printer(session).print(Rows.of(desk.schedules(profiles.optional(profile)), ProactiveCommands::row), json);
    }

    private static Map<String, @Nullable Object> row(Handoff schedule) {
        return Rows.row(
                "id", schedule.id(),
                "profile", schedule.profileId(),
                "cron", schedule.cron(),
                "next", schedule.nextAt(),
                "name", schedule.name(),
                "last run", schedule.lastRunId());
    }
}
