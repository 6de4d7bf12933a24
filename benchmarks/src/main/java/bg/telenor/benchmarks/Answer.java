package bg.telenor.benchmarks;

/** What a client knows of a number in the end, wherever it asked. */
record Answer(String servedBy, String blockOperator, String route, String portedSince) {}
