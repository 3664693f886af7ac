package tacit.learn.evals.replay;

/** What guards are asked about runs, as it is recorded. */
final class Histories {

    private Histories() {}

    /** The question of a run before one of its calls; the history grows from question to question. */
    static String inputs(String errand, int callsBefore) {
        StringBuilder steps = new StringBuilder("{\"speaker\":\"USER\",\"text\":\"Please do " + errand
                + "\",\"call\":null,\"failed\":false},"
                + "{\"speaker\":\"AGENT\",\"text\":\"Gladly\",\"call\":null,\"failed\":false}");
        for (int call = 0; call < callsBefore; call++) {
            steps.append(",{\"speaker\":\"TOOL\",\"text\":\"done\",\"call\":").append(call(errand, call));
            steps.append(",\"failed\":false}");
        }
        return "[{\"call\":" + call(errand, callsBefore) + ",\"history\":{\"steps\":[" + steps + "]}}]";
    }

    private static String call(String errand, int number) {
        String tool = "step_" + (char) ('a' + number);
        return "{\"tool\":\"" + tool + "\",\"arguments\":{\"of\":\"" + errand + "\"},\"role\":null}";
    }
}
