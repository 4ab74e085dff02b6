from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('citewell_references', '0003_fill_library'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None), models.Q(('doi', ''), _negated=True)), fields=('doi',), name='one_source_for_each_doi'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None), models.Q(('pmid', ''), _negated=True)), fields=('pmid',), name='one_source_for_each_pmid'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None), models.Q(('pmcid', ''), _negated=True)), fields=('pmcid',), name='one_source_for_each_pmcid'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None), models.Q(('arxiv', ''), _negated=True)), fields=('arxiv',), name='one_source_for_each_arxiv'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'book'), ('merged_into', None), models.Q(('isbn', ''), _negated=True)), fields=('isbn',), name='one_book_for_each_isbn'),
        ),
    ]
