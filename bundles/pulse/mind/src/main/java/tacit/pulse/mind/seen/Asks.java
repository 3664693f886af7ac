package tacit.pulse.mind.seen;

import java.util.regex.Pattern;

/** Words that ask for something to be done. */
final class Asks {

    private static final Pattern MAIL =
            Pattern.compile("(?i)\\b(reply|respond|urgent|blocked|waiting|follow[ -]?up|needs)\\b");
    private static final Pattern TASK =
            Pattern.compile("(?i)(failed|blocked|paused|interrupted|cancelled|needs input|waiting|stale)");
    private static final Pattern AUTOMATION =
            Pattern.compile("(?i)(failed|paused|disabled|blocked|stale|error|missing)");

    private Asks() {}

    static boolean mail(String text) {
        return MAIL.matcher(text).find();
    }

    static boolean task(String text) {
        return TASK.matcher(text).find();
    }

    /** Of triggers, schedules, briefings and playbooks. */
    static boolean automation(String text) {
        return AUTOMATION.matcher(text).find();
    }
}
