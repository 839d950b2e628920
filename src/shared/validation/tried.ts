/** What was tried to better the form of the rules, for the page of the documentation; figures of 2026-11-23. */
export const TRIED = `## Tried

Other forms, with no constant fitted anew, on the 191 rows (mean error, bias). At the time the rules stood at 9.3 %, -0.4 %
(calibrated) and 9.8 %, -4.5 % (physics). The largest group of like errors is dense models on TensorRT-LLM: 17.6 %, +16.3 %.

| Form                                                              |      calibrated |         physics | that group, calibrated |
|-------------------------------------------------------------------|----------------:|----------------:|-----------------------:|
| TensorRT-LLM fuses all-reduce and norm: 2 kernels a layer less    |  8.7 %,  -1.9 % |  9.8 %,  -5.9 % |        12.7 %, +10.2 % |
| TensorRT-LLM prepares attention in 2 kernels less                 |  8.7 %,  -2.1 % |  9.7 %,  -6.0 % |         12.1 %, +9.6 % |
| every engine fuses all-reduce and norm: 2 kernels less            | 10.0 %,  -5.0 % | 11.8 %,  -8.6 % |        12.7 %, +10.2 % |
| every engine, 1 kernel less                                       |  9.2 %,  -2.7 % | 10.5 %,  -6.5 % |        15.2 %, +13.3 % |
| the larger of memory and arithmetic, not their sum                |  9.8 %,  -3.6 % | 10.8 %,  -7.7 % |         11.7 %, +9.5 % |
| the same for dense models only                                    |  9.3 %,  -2.3 % | 10.0 %,  -6.4 % |         11.7 %, +9.5 % |
| kernels and memory overlap: \`(k^1.2 + m^1.2)^(1/1.2)\`             | 10.9 %,  -7.9 % | 13.4 %, -11.6 % |         10.9 %, +7.9 % |
| kernels and memory overlap: \`(k^1.5 + m^1.5)^(1/1.5)\`             | 15.6 %, -14.3 % | 18.4 %, -17.5 % |          7.8 %, +0.9 % |
| half of the all-reduce hides behind kernels                       | 10.5 %,  -4.7 % | 12.2 %,  -8.7 % |        14.9 %, +11.6 % |
| the host's work between passes is hidden                          |  9.2 %,  -2.2 % | 10.4 %,  -6.3 % |        16.0 %, +14.3 % |
| the host takes 0.2 ms, whatever the batch                         |  9.3 %,  -0.6 % |  9.9 %,  -4.8 % |        17.3 %, +15.9 % |
| prompts on the same GPUs cost nothing                             |  9.2 %,  -0.7 % |  9.8 %,  -4.8 % |        16.5 %, +15.0 % |

None is taken over. The first two gain most on calibrated constants, but at most 0.1 points with nothing fitted; they make
TensorRT-LLM's mixtures of experts worse (9.4 to 9.8 %), and they amount to a factor on kernels by engine, which rows that were
kept back had spoken against. TensorRT-LLM's dense rows alone look as if kernels and memory overlapped (kernels launched ahead
of the data they wait for would do that); a rule for one engine would need its rows on other models.
`
