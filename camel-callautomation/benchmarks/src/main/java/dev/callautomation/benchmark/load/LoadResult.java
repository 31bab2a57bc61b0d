package dev.callautomation.benchmark.load;

/**
 * What a load generator has done.
 *
 * @param requests that were answered with a status of success
 * @param events   in these requests
 * @param failures other answers, and broken connections
 */
public record LoadResult(long requests, long events, long failures, double seconds) {}
