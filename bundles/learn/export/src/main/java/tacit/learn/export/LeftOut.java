package tacit.learn.export;

/** Why a run is no example. */
enum LeftOut {
    OWN_RUN("are runs of Tacit itself"),
    INJECTED("are nothing but context that Tacit put there"),
    NO_CONSENT("are of users who did not allow it, with export.training"),
    GROUP("were seen by a group whose workspace did not allow it"),
    OUTCOME("have another outcome than what is asked for"),
    WEAK_SOURCE("were judged by a lighter source than --min-source"),
    LOW_SCORE("have a score below --min-score, or none"),
    NO_TASK("name no task, so that they have no pair"),
    NO_PAIR("have no run of the same task and user with the other outcome"),
    MORE_PAIRS("are of tasks that have --pairs pairs already"),
    NOTHING_SAID("hold no question of a user with an answer of the agent"),
    DELETED("hold a text that was deleted"),
    OTHER_PROMPT("are pairs that do not begin with the same question"),
    REPEATED("say the same as an example before them");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /** Behind a number of runs or pairs. */
    String words() {
        return words;
    }
}
