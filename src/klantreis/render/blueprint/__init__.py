"""The service blueprint: what the customer does and sees, and all that happens behind it.

After G. Lynn Shostack, "Designing Services That Deliver" (Harvard Business Review 62, 1984), who drew the
line of visibility, and Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A
Practical Technique for Service Innovation" (California Management Review 50, 2008): physical evidence,
customer actions, frontstage, backstage and support processes, parted by the lines of interaction, of
visibility and of internal interaction.
"""
