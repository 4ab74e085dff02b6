"""Documents of the demo, made as plain text files."""

DIARY = """Walking diary

Write down how long you walked and how you felt afterwards.
Add a minute only when the last days went well.

Day        Minutes   Pain before (0-10)   Pain after (0-10)   Remarks
Monday
Tuesday
Wednesday
Thursday
Friday
Saturday
Sunday
"""

QUESTIONS = """Questions to take to an appointment

1. What do you think I have? What else could it be?
2. What happens if I do nothing?
3. What are my choices, and what may each do for me?
4. What harm may each do, and how often?
5. How sure can anybody be?
6. When should I come back, and what should make me come sooner?
"""

SHEETS = {
    "walking-diary": ("Walking diary", "walking-diary.txt", DIARY),
    "questions-to-ask": ("Questions to take to an appointment", "questions-to-ask.txt", QUESTIONS),
}
