using Xunit.Sdk;
using Xunit.v3;

// Torch has one random generator for the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
